/** Why each mutant that survives is harmless; `npm run mutate` fails on one that no reason covers. */
import type { Excuse } from "./survivor.ts"

const wording = "words of an audit or a refusal that a person reads; no decision depends on them"
const compiled = "the compiler refuses a form without it; the audit would stop rather than uphold"
const noKind = "a question without options has no option to check, and no list holds the mutant's word"
const impossible = "an earlier check excludes every other shape, so no run takes the other branch"
const cache = "only saves work: without it the same result is computed again"

export const excuses: readonly Excuse[] = [
  { file: "policy/response/decoder.ts", was: "decoders.set", reason: cache },
  { file: "policy/response/decoder.ts", was: "known", reason: cache },
  {
    file: "policy/response/admit.ts",
    reason: "the decoder names the question in the outermost part of an issue; these look deeper in case it changes",
  },
  {
    file: "policy/capability/readers.ts",
    reason: "readers are of the team, and only the processor's part ends with the window",
  },
  {
    file: "policy/capability/standing.ts",
    was: "-1",
    reason: "if the end of the window cannot be read, a later day has passed as well",
  },
  {
    file: "policy/custody/emptied.ts",
    mutator: "ArrowFunction",
    reason: "the tests of the collection make it once, before Stryker counts any of them; without it they all fail",
  },
  { file: "policy/data/asset.ts", was: "value !== undefined", reason: "no list holds the undefined" },
  { file: "policy/data/asset.ts", mutator: "ArrayDeclaration", reason: impossible },
  {
    file: "policy/release/group-disclosure-gate.ts",
    was: "category !== total",
    reason: "a category directly below the total need not name it; naming it changes no proposal",
  },
  {
    file: "policy/release/group-disclosure-gate.ts",
    was: "open.some",
    reason: "asked only of a single one, where some and all are the same",
  },
  { file: "policy/release/group-disclosure-gate.ts", was: "categories === 1", reason: wording },
  { file: "policy/release/group-disclosure-gate.ts", was: "[]", reason: "no label is the mutant's word" },
  {
    file: "policy/release/release.ts",
    was: "[c]",
    reason: "the mark of a suppressed count compares as less than no number",
  },
  { file: "policy/dpia/entry.ts", reason: "both names in a comparison are folded the same way" },
  { file: "policy/deployment/readiness.ts", was: '"the controller"', reason: wording },
  { file: "policy/deployment/readiness.ts", was: "last.until", reason: wording },
  { file: "policy/deployment/readiness.ts", mutator: "ArrayDeclaration", reason: impossible },
  {
    file: "policy/dpia/document/version.ts",
    reason: "the DPIA is the controller's document and is missing from the mutated copy, where its tests skip",
  },
  { file: "policy/record/canonical-json.ts", was: "a < b", reason: "no object has the same key twice" },
  {
    file: "policy/facts/served-site.ts",
    reason: "one of several ways to name a host; another test searches the build for the others",
  },
  { file: "policy/data/asked-too-soon.ts", reason: "the question where a child lives has a page of its own" },
  { file: "policy/deployment/opening.ts", reason: wording },
  {
    file: "policy/response/postcode.ts",
    reason: "the label that a redacted value prints; neither text shows the value",
  },
  {
    file: "policy/response/quality-flags.ts",
    was: "age",
    reason: "an age is one of the form's own options, all digits",
  },
  {
    file: "policy/response/quality-flags.ts",
    was: "\\d",
    reason: "an age is one of the form's own options, all digits",
  },
  {
    file: "policy/response/quality-flags.ts",
    mutator: "MethodExpression",
    reason: "an opt-out among equal answers makes them unequal too",
  },
  {
    file: "policy/response/quality-flags.ts",
    reason: "no word has five equal letters and no list five equal items",
  },
  { file: "policy/report/lawful-bases.ts", mutator: "ArrayDeclaration", reason: noKind },
  { file: "policy/report/parameters-told.ts", was: "value !== null", reason: impossible },
  {
    file: "policy/report/rule-report.ts",
    mutator: "ArrayDeclaration",
    reason: "an urgent finding without a waiver is open, and open findings are listed before waivers",
  },
  { file: "policy/custody/retention.ts", was: "default", reason: "falls through to the same undefined" },
  { file: "policy/custody/retention.ts", reason: "only supervisors have the power to destroy" },
  {
    file: "policy/custody/unlock.ts",
    reason: "the object itself unlocks; its fields only serve the store that reads a day",
  },
  { file: "policy/rule.ts", reason: wording },
  {
    file: "policy/rules/approved-variables-only.ts",
    was: "category",
    reason: "no kind of question is approved for another category",
  },
  {
    file: "policy/rules/approved-variables-only.ts",
    reason: "parts of the digest of the variables, which changes with each of them, whatever represents a missing part",
  },
  {
    file: "policy/rules/first-party-only.ts",
    reason: "a policy is written with single spaces, and a directive without values allows nothing",
  },
  { file: "policy/rules/forms-match-the-dpia.ts", mutator: "OptionalChaining", reason: compiled },
  { file: "policy/rules/forms-match-the-dpia.ts", reason: noKind },
  {
    file: "policy/rules/free-text-asks-no-personal-data.ts",
    was: "question.options",
    reason: "only one option takes words of the child's own",
  },
  { file: "policy/rules/free-text-asks-no-personal-data.ts", reason: wording },
  {
    file: "policy/rules/no-direct-identifiers.ts",
    reason: "a test compares every declared column with the stores, and no two stores share the name of a table",
  },
  { file: "policy/rules/postcode-destroyed-after-matching.ts", reason: wording },
  {
    file: "policy/rules/postcode-only-for-geography.ts",
    reason: "the tests of the match itself check what it keeps",
  },
  { file: "policy/rules/privacy-information-first.ts", was: "form.privacy", reason: compiled },
  { file: "policy/rules/privacy-information-first.ts", reason: wording },
  { file: "policy/rules/processor-extracts-deleted-at-close.ts", reason: wording },
  { file: "policy/rules/purpose-and-lawful-basis.ts", mutator: "OptionalChaining", reason: compiled },
  {
    file: "policy/rules/purpose-and-lawful-basis.ts",
    was: '"ethnic-origin"',
    reason: "every inference except an offence has the same condition",
  },
  { file: "policy/rules/purpose-and-lawful-basis.ts", mutator: "ArrayDeclaration", reason: noKind },
  { file: "policy/rules/purpose-and-lawful-basis.ts", reason: wording },
  { file: "policy/rules/retention-reviewed-after-two-years.ts", reason: wording },
  { file: "policy/rules/outputs-checked.ts", mutator: "StringLiteral", reason: wording },
  { file: "policy/rules/aggregates-only-beyond-the-team.ts", was: "places === 1", reason: wording },
  { file: "policy/rules/aggregates-only-beyond-the-team.ts", was: "coarse.length", reason: wording },
  { file: "policy/rules/aggregates-only-beyond-the-team.ts", was: "[]", reason: wording },
  {
    file: "policy/release/geography-level.ts",
    was: "geography ===",
    reason: "a decision can name only one geography",
  },
  { file: "policy/release/geography-exception.ts", was: "role === undefined", reason: impossible },
  {
    file: "policy/rules/small-cells-suppressed.ts",
    was: "[]",
    reason: "the list of refusals begins empty: an entry of the mutant's breaks every release",
  },
  { file: "policy/rules/web-server-emptied-at-close.ts", reason: wording },
  { file: "policy/civil-day.ts", was: "/ hour", reason: cache },
  { file: "policy/civil-day.ts", was: "known.hour", reason: cache },
  {
    file: "policy/window.ts",
    was: "window.opens",
    reason: "only used for a day outside the window, and the first day is inside",
  },
  {
    file: "policy/civil-day.ts",
    mutator: "Regex",
    reason: "a text with more around the date does not parse as a date",
  },
  { file: "policy/response/wire.ts", reason: "no question has an empty I-don't-know" },
  {
    file: "policy/rules/responses-are-anonymous-and-final.ts",
    was: "tables[table]",
    reason: "the check reads only tables that hold responses, and the list has each of them",
  },
  { file: "policy/rules/responses-are-anonymous-and-final.ts", was: "kept_response", reason: wording },
]
