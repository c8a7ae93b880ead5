/** Finds the variables that an analyst names, or says which there are not and which no chosen form asks. */
import { Effect, Schema } from "effect"
import { placeVariables } from "../../../policy/custody/working-copy.ts"
import { type FormId, formIds } from "../../../policy/data/form-id.ts"
import { codebook, codebookVariables, type Entry } from "../../../surveys/codebook/codebook.ts"
import type { Variable } from "../../../surveys/variables/variable.ts"
import { closestNames, didYouMean } from "../../tables/request/did-you-mean.ts"

export class VariableRefused extends Schema.TaggedError<VariableRefused>()("VariableRefused", {
  reason: Schema.String,
}) {
  override get message() {
    return `${this.reason} Nothing was read.`
  }
}

const refuse = (reason: string) => new VariableRefused({ reason })

export interface Chosen {
  readonly entry: Entry
  readonly variable: Variable
}

const isAskedBy = ({ asked }: Entry, forms: readonly FormId[]): boolean =>
  asked.length === 0 || asked.some(({ form }) => forms.some((each) => each === form))

const known = codebook.map(({ name }) => name)

/** Finer than a region, or for those with a purpose of their own: left out of `all`. */
const isFiner = ({ name }: Entry, variable: Variable | undefined): boolean =>
  variable?.coded === true || placeVariables.some((each) => each === name)

/** `names` are those of the codebook, or `all`. The names of weights are not among them. */
export const chooseVariables = Effect.fnUntraced(function* (
  names: readonly string[] | "all",
  forms: readonly FormId[] = formIds,
) {
  if (names === "all")
    return codebook.flatMap((entry): readonly Chosen[] => {
      const variable = codebookVariables.get(entry.name)
      return variable === undefined || isFiner(entry, variable) || !isAskedBy(entry, forms) ? [] : [{ entry, variable }]
    })
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) return yield* refuse(`${twice} is named twice.`)
  return yield* Effect.forEach(names, (name) =>
    Effect.gen(function* () {
      const entry = codebook.find((each) => each.name === name || each.source === name)
      const variable = entry && codebookVariables.get(entry.name)
      if (entry === undefined || variable === undefined)
        return yield* refuse(`There is no variable ${name}.${didYouMean(closestNames(name, known))}`)
      if (variable.coded) return yield* refuse(`${name} is finer than a region: name region instead.`)
      if (!isAskedBy(entry, forms))
        return yield* refuse(`${name} is a variable of another form: ${forms.join(", ")} do not ask it.`)
      return { entry, variable } satisfies Chosen
    }),
  )
})
