/** Codes responses while they are read: stores for each variable only the category of each response. */
import { Schema } from "effect"
import type { Category, ResponseRecord, Variable } from "../../../surveys/variables/variable.ts"

export interface VariableColumn {
  readonly variable: Variable
  /** In reading order. */
  readonly categories: readonly Category[]
  /** The index of each response's category: in one byte where that is enough. */
  readonly codes: Int32Array | Uint8Array
}

/** Names the variable, never the answer. */
export class AnswerNotOffered extends Schema.TaggedError<AnswerNotOffered>()("AnswerNotOffered", {
  variable: Schema.String,
}) {
  override get message() {
    return `No form of this version offers an answer stored for ${this.variable}. No table was made. Run the version that collected the answer.`
  }
}

export interface VariableWriter {
  readonly variable: Variable
  /** False for a response that is in no category of the variable. */
  readonly add: (response: ResponseRecord) => boolean
  readonly column: () => VariableColumn
}

/** The codes of a register are not known in advance. They come first, in their own order, before the fixed categories. */
const sorted = ({ categories }: Variable, codeOf: ReadonlyMap<string, number>, codes: Int32Array | Uint8Array) => {
  const listed = new Set(categories.map(({ key }) => key))
  const registered = [...codeOf.keys()].filter((key) => !listed.has(key)).toSorted()
  const all = [...registered.map((key) => ({ key, words: key })), ...categories]
  const positions = new Map(all.map(({ key }, at) => [key, at]))
  const sortedCodes = Int32Array.from(codeOf.keys(), (key) => positions.get(key) ?? 0)
  return { categories: all, codes: codes.map((code) => sortedCodes[code] ?? 0) }
}

export const variableWriter = (variable: Variable, responses: number): VariableWriter => {
  const isByte = !variable.coded && variable.categories.length <= 256
  const codes = isByte ? new Uint8Array(responses) : new Int32Array(responses)
  const codeOf = new Map(variable.categories.map(({ key }, at) => [key, at]))
  let row = 0
  return {
    variable,
    add: (response) => {
      const key = variable.categoryOf(response)
      if (key !== undefined && variable.coded && !codeOf.has(key)) codeOf.set(key, codeOf.size)
      const code = key === undefined ? undefined : codeOf.get(key)
      if (code === undefined) return false
      codes[row++] = code
      return true
    },
    column: () => ({
      variable,
      ...(variable.coded ? sorted(variable, codeOf, codes) : { categories: variable.categories, codes }),
    }),
  }
}
