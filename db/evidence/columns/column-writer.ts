/** Responses become codes as they are read: what is kept of one is which category of each variable it is in. */
import { Schema } from "effect"
import type { Category, Held, Variable } from "../../../surveys/variables/variable.ts"

export interface VariableColumn {
  readonly variable: Variable
  /** In the order in which they are read. */
  readonly categories: readonly Category[]
  /** For each response its place among the categories. */
  readonly codes: Int32Array
}

/** Says which variable, and never what was answered. */
export class AnswerNotOffered extends Schema.TaggedError<AnswerNotOffered>()("AnswerNotOffered", {
  variable: Schema.String,
}) {
  override get message() {
    return `A response that is kept has no category of ${this.variable}: it answers what no form of this version offers, so no table is made of it.`
  }
}

export interface VariableWriter {
  readonly add: (held: Held) => void
  readonly column: () => VariableColumn
}

/** The codes of a register are not known beforehand: they stand in their own order, before what stands for none. */
const sorted = ({ categories }: Variable, found: ReadonlyMap<string, number>, codes: Int32Array) => {
  const listed = new Set(categories.map(({ key }) => key))
  const codesFound = [...found.keys()].filter((key) => !listed.has(key)).toSorted()
  const all = [...codesFound.map((key) => ({ key, words: key })), ...categories]
  const place = new Map(all.map(({ key }, at) => [key, at]))
  const moved = Int32Array.from(found.keys(), (key) => place.get(key) ?? 0)
  return { categories: all, codes: codes.map((code) => moved[code] ?? 0) }
}

export const variableWriter = (variable: Variable, responses: number): VariableWriter => {
  const codes = new Int32Array(responses)
  const place = new Map(variable.categories.map(({ key }, at) => [key, at]))
  let row = 0
  return {
    add: (held) => {
      const key = variable.categoryOf(held)
      if (key !== undefined && variable.coded && !place.has(key)) place.set(key, place.size)
      const code = key === undefined ? undefined : place.get(key)
      if (code === undefined) throw new AnswerNotOffered({ variable: variable.name })
      codes[row++] = code
    },
    column: () => ({
      variable,
      ...(variable.coded ? sorted(variable, place, codes) : { categories: variable.categories, codes }),
    }),
  }
}
