/** Why each mutant that survives is harmless; `npm run mutate` fails on one that no reason covers. */
import type { Excuse } from "./survivor.ts"

const told = "what an audit or a refusal tells, in whole sentences with these words in them; no decision turns on it"
const compiled = "the compiler lets no form be without it: the audit would stop rather than uphold"
const alike = "every state is rebuilt by the same call; the cases differ for the compiler alone"
const frozen = "the compiler makes every field read-only; freezing guards against code that was not compiled"
const noKind = "a kind of question without options has none to look at, and no list holds the mutant's word"
const impossible = "what stands here can be of no other shape by the time it comes, so the other branch is never taken"
const cache = "only spares work: without it the same answer is worked out again"

export const excuses: readonly Excuse[] = [
  { file: "policy/decoder.ts", was: "decoders.set", reason: cache },
  { file: "policy/decoder.ts", was: "known", reason: cache },
  {
    file: "policy/admit.ts",
    reason:
      "the decoder of a form names the question in the outermost part of an issue; these look deeper, in case it ever does not",
  },
  {
    file: "policy/capability/readers.ts",
    reason: "readers are of the team, and only the processor's part ends with the window",
  },
  {
    file: "policy/capability/standing.ts",
    was: "-1",
    reason: "a window whose end cannot be read: a day after has passed too",
  },
  { file: "policy/civil-day.ts", was: "day < least", reason: "the least of two equal days is either" },
  { file: "policy/collection/collection-state.ts", mutator: "ConditionalExpression", reason: alike },
  { file: "policy/collection/collection-state.ts", mutator: "CallExpression", reason: frozen },
  { file: "policy/collection/emptied.ts", mutator: "CallExpression", reason: frozen },
  {
    file: "policy/collection/emptied.ts",
    mutator: "ArrowFunction",
    reason:
      "tests of the collection make it once for all of them, before any is counted; without it none of them passes",
  },
  { file: "policy/data/asset.ts", was: "value !== undefined", reason: "no list holds the undefined" },
  { file: "policy/data/asset.ts", mutator: "ArrayDeclaration", reason: impossible },
  {
    file: "policy/disclosure/one-category.ts",
    was: "category !== total",
    reason: "what lies directly below all of them need not name it; a proposal that names it is no other",
  },
  { file: "policy/disclosure/one-category.ts", was: "open.some", reason: "asked where there is one: some are all" },
  { file: "policy/disclosure/one-category.ts", was: "categories === 1", reason: told },
  { file: "policy/disclosure/one-category.ts", was: "[]", reason: "no label is the mutant's word" },
  { file: "policy/disclosure/release.ts", was: "[c]", reason: "what marks a withheld count is less than no number" },
  { file: "policy/disclosure/proposal.ts", was: "true", reason: "a mark for the compiler: its value is never read" },
  { file: "policy/dpia/entry.ts", reason: "both names of a comparison are folded alike" },
  { file: "policy/dpia/readiness.ts", was: '"the controller"', reason: told },
  { file: "policy/dpia/readiness.ts", was: "last.until", reason: told },
  { file: "policy/dpia/readiness.ts", mutator: "ArrayDeclaration", reason: impossible },
  {
    file: "policy/dpia/version.ts",
    reason:
      "the document is the controller's, and the whole of it is not beside a copy that is mutated: tests of it skip there",
  },
  { file: "policy/evidence/canonical-json.ts", was: "a < b", reason: "no object has the same key twice" },
  {
    file: "policy/evidence/served-site.ts",
    reason: "one of several ways to name a host; the build is searched for each of the others",
  },
  { file: "policy/evidence/withheld.ts", reason: "where one lives is asked on a page of its own" },
  { file: "policy/extract/extract.ts", reason: alike },
  {
    file: "policy/free-text/clean.ts",
    mutator: "BooleanLiteral",
    reason: "a mark for the compiler: its value is never read",
  },
  { file: "policy/opening.ts", reason: told },
  { file: "policy/postcode.ts", reason: "the label that a redacted value prints, which says nothing of it either way" },
  {
    file: "policy/publishable.ts",
    mutator: "BooleanLiteral",
    reason: "a mark for the compiler: its value is never read",
  },
  { file: "policy/quality/flag.ts", was: "age", reason: "an age is one of the form's own options, all digits" },
  { file: "policy/quality/flag.ts", was: "\\d", reason: "an age is one of the form's own options, all digits" },
  {
    file: "policy/quality/flag.ts",
    mutator: "MethodExpression",
    reason: "an opt-out among equal answers makes them unequal too",
  },
  { file: "policy/quality/flag.ts", reason: "the letters of a word and the items of a list are never five alike" },
  {
    file: "policy/report/audits.ts",
    reason:
      "stands in for a site where none is asked for: the one audit that looks at it is not carried out without it",
  },
  { file: "policy/report/lawful-bases.ts", mutator: "ArrayDeclaration", reason: noKind },
  { file: "policy/report/parameters-told.ts", was: "value !== null", reason: impossible },
  {
    file: "policy/report/rule-report.ts",
    mutator: "ArrayDeclaration",
    reason: "what presses and is not waived is open, and what is open is told before any waiver",
  },
  { file: "policy/retention/gone.ts", reason: frozen },
  { file: "policy/retention/retention-state.ts", was: "case", reason: alike },
  { file: "policy/retention/retention-state.ts", was: "default", reason: "falls through to the same nothing" },
  { file: "policy/retention/retention-state.ts", reason: "only supervisors are given the power to destroy" },
  { file: "policy/retention/unlocked.ts", mutator: "CallExpression", reason: frozen },
  {
    file: "policy/retention/unlocked.ts",
    reason: "what unlocks is the object itself: its fields are for the store that reads a day",
  },
  { file: "policy/rule.ts", reason: told },
  {
    file: "policy/rules/approved-variables-only.ts",
    was: "category",
    reason: "no kind of question is approved for another category",
  },
  {
    file: "policy/rules/approved-variables-only.ts",
    reason: "parts of the digest of the variables: it changes with each of them, whatever stands for what is not there",
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
    reason: "one option alone takes words of one's own",
  },
  { file: "policy/rules/free-text-asks-no-personal-data.ts", reason: told },
  {
    file: "policy/rules/no-direct-identifiers.ts",
    reason:
      "every column of every store is declared, which a test compares, and no two stores have a table of one name",
  },
  { file: "policy/rules/postcode-destroyed-after-matching.ts", reason: told },
  {
    file: "policy/rules/postcode-only-for-geography.ts",
    reason: "what is kept of a match is looked at in the tests of the match itself, beside the store",
  },
  { file: "policy/rules/privacy-information-first.ts", was: "form.privacy", reason: compiled },
  { file: "policy/rules/privacy-information-first.ts", reason: told },
  { file: "policy/rules/processor-extracts-deleted-at-close.ts", reason: told },
  { file: "policy/rules/purpose-and-lawful-basis.ts", mutator: "OptionalChaining", reason: compiled },
  {
    file: "policy/rules/purpose-and-lawful-basis.ts",
    was: '"ethnic-origin"',
    reason: "any inference but an offence has the same condition",
  },
  { file: "policy/rules/purpose-and-lawful-basis.ts", mutator: "ArrayDeclaration", reason: noKind },
  { file: "policy/rules/purpose-and-lawful-basis.ts", reason: told },
  { file: "policy/rules/retention-reviewed-after-two-years.ts", reason: told },
  { file: "policy/rules/outputs-checked.ts", mutator: "StringLiteral", reason: told },
  { file: "policy/rules/aggregates-only-beyond-the-team.ts", was: "places === 1", reason: told },
  { file: "policy/rules/aggregates-only-beyond-the-team.ts", was: "coarse.length", reason: told },
  { file: "policy/rules/aggregates-only-beyond-the-team.ts", was: "[]", reason: told },
  {
    file: "policy/disclosure/finer-geography.ts",
    was: "geography ===",
    reason: "one geography is all that a decision can name",
  },
  { file: "policy/disclosure/widening.ts", was: "role === undefined", reason: impossible },
  {
    file: "policy/rules/small-cells-suppressed.ts",
    was: "tables.slice",
    reason: "a table is no safer beside fewer: it is asked of those after it as well, and they of it",
  },
  {
    file: "policy/rules/small-cells-suppressed.ts",
    was: "[]",
    reason: "the keys of single records are not read for the report: what stands in their place is the key of no cell",
  },
  { file: "policy/rules/web-server-emptied-at-close.ts", reason: told },
  { file: "policy/window.ts", was: "/ hour", reason: cache },
  { file: "policy/window.ts", was: "known.hour", reason: cache },
  {
    file: "policy/window.ts",
    was: "window.opens",
    reason: "asked only of a day outside the window, which its first day is not",
  },
  { file: "policy/window.ts", mutator: "Regex", reason: "a text with more around the date is no date when it is read" },
  { file: "policy/wire.ts", reason: "no question has an I-don't-know that is empty" },
  {
    file: "policy/rules/responses-are-anonymous-and-final.ts",
    was: "tables[table]",
    reason: "only tables that hold responses are looked at, and each of them is listed",
  },
  { file: "policy/rules/responses-are-anonymous-and-final.ts", was: "kept_response", reason: told },
]
