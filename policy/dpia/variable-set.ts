/** Identifies the set of variables that children are asked, and holds it to the set that was found proportionate with the DPIA (C088). */
import type { AskedQuestion } from "../facts/asked-question.ts"
import { canonicalJson } from "../record/canonical-json.ts"
import { digestOf } from "../record/digest.ts"

/** The set of this version of the DPIA. Any other counts once the controller has declared its review. */
export const variablesOfDpia = "dd1fe6e83ff8"

/** The variables, their forms and their options, without the words: unchanged until a variable changes. */
const variableOf = ({ form, question }: AskedQuestion) => ({
  form: form.id,
  key: question.key,
  kind: question.kind,
  category: question.category,
  about: question.characteristic ?? question.topic ?? question.subject ?? "nothing",
  options: "options" in question ? question.options.map(({ key }) => key) : [],
  rows: "rows" in question ? question.rows.map(({ key }) => key) : [],
})

/** Twelve digits. */
export const variableSetOf = (asked: readonly AskedQuestion[]): string =>
  digestOf(canonicalJson(asked.map(variableOf))).slice(0, 12)

export const unreviewed = (set: string, reviewed: readonly string[]): readonly string[] =>
  set === variablesOfDpia || reviewed.includes(set)
    ? []
    : [`the set of variables ${set} was not reviewed against the DPIA (ask -- declare variables)`]
