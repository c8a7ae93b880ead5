/** No record has a field that could hold an answer: by its types, and by what its schema refuses. */
import { Result } from "effect"
import { describe, expect, expectTypeOf, test } from "vitest"
import type { Day } from "../../policy/civil-day.ts"
import { DecisionRecord, readDecisionRecord, recordKinds, type Tally } from "../../policy/record/decision-record.ts"
import { type Digest, digestOf } from "../../policy/record/digest.ts"
import { forms } from "../../surveys/forms.ts"
import { personOf } from "../support/policy/team.ts"

/** Every value that a body can hold. */
type Leaf<B> = B extends unknown ? B[keyof B] : never
type Held = Exclude<Leaf<DecisionRecord["body"]>, undefined>

/** The values without days, digests and tallies: a finite list of our own words. */
type Words = Exclude<Held, Day | Digest | typeof Tally.Type>

/** One good record of every kind; the compiler sees to it that none is missing. */
const digest = digestOf("x")
const on = "2027-04-19"
const view = { text: digest, by: "evidence-team", member: digest, on }
/** Entries of earlier versions name neither purpose nor who it was; an operator at a shell has no name. */
const mayLack = (kind: string, field: string): boolean =>
  field === "purpose" ||
  (kind === "power-granted" && (field === "member" || field === "proof")) ||
  (/^(?:member-listed|enrolment-|sessions-)/.test(kind) && field === "by")

const good: { readonly [K in DecisionRecord["kind"]]: Readonly<Record<string, unknown>> } = {
  "ledger-begun": { mode: "live" },
  "power-granted": {
    ...{ power: "read-responses", role: "evidence-team", until: on },
    ...{ member: digest, proof: "fresh" },
  },
  "power-refused": { power: "read-responses", because: "training-out-of-date" },
  "member-listed": { member: digest, role: "evidence-team", until: on, on, by: digest },
  "enrolment-offered": { member: digest, by: digest, on },
  "enrolment-confirmed": { member: digest, by: digest, on },
  "passkey-enrolled": { member: digest, on },
  "signed-in": { member: digest, on },
  "sessions-ended": { member: digest, by: digest, on },
  "member-unlisted": { member: digest, role: "evidence-team", on },
  "responses-read": { power: "read-responses", role: "evidence-team", of: on, purpose: "childhood-commission" },
  "collection-opened": { on },
  "collection-closing": { on, by: "clock" },
  "close-witnessed": { member: digest, role: "dpo", on },
  "collection-closed": { on, rows: digest },
  "day-transferred": { of: on, on, responses: 12, digest },
  "texts-released": { of: on, on, texts: 12, digest, detector: 1, by: "head-of-data-science", member: digest },
  "text-copies-destroyed": { of: on, on, texts: 12, digest },
  "text-viewed": view,
  "text-reviewed": view,
  "text-review-undone": view,
  "text-escalated": view,
  "text-audit-drawn": { on, texts: 3000, detector: 1 },
  "texts-recalled": { of: on, on, texts: 11, digest, detector: 2 },
  "answers-given-up": { of: on, on, responses: 2, by: "head-of-data-science" },
  "store-scanned": {
    ...{ on, store: "collection", how: "every byte and row", files: 12, traces: 0 },
    ...{ freeText: 0, unread: 0, words: 1, postcodes: "England" },
  },
  "residue-scanned": { on: "2027-05-20", files: 12, traces: 0 },
  "extract-taken": { extract: digest, reason: digest, expiresOn: on },
  "extract-deletion-certified": { extract: digest, attestation: digest, deletedOn: on },
  "review-fell-due": { of: on, decideBefore: on },
  "review-overdue": { of: on },
  "retention-extended": {
    ...{ of: on, until: on, necessity: digest, proportionality: digest },
    ...{ by: "director-of-evidence", first: digest, second: digest },
  },
  "destruction-decided": { of: on, on, by: "director-of-evidence", first: digest, second: digest },
  "clock-confirmed": { on, after: on, by: "head-of-data-science", member: digest },
  "data-destroyed": { of: on, on, by: "clock", residueScan: digest },
  "geography-widened": { decision: digest, to: "local-authority", because: digest, by: "director-of-evidence", on },
  "geography-narrowed": { decision: digest, by: "head-of-data-science", on },
  "complaint-retention-ended": { complaint: digest, by: "clock", on },
  "declaration-made": { declaration: digest, of: "decision", by: "senior-information-risk-owner", on },
  "declaration-withdrawn": { declaration: digest, by: "dpo", on },
  "weight-made": { weight: digest, on },
  "working-copy-made": { copy: digest, card: digest, owner: digest, expiresOn: on, on },
  "working-copy-deleted": {
    copy: digest,
    attestation: digest,
    deletedOn: on,
    by: "director-of-evidence",
    member: digest,
  },
  "answers-explored": { look: digest, reason: digest, member: digest, on },
  "table-proposed": { proposal: digest, on },
  "output-checked": { proposal: digest, on },
  "table-released": { proposal: digest, audit: digest, table: digest, on },
  "table-withdrawn": { proposal: digest, by: "director-of-evidence", member: digest, on },
  "complaint-read": { complaint: digest, by: "dpo", member: digest, on },
  "complaint-acknowledged": { complaint: digest, by: "dpo", member: digest, on },
  "complaint-replied": { complaint: digest, by: "director-of-evidence", member: digest, on },
  "complaint-removed": { complaint: digest, by: "dpo", member: digest, on },
  "ledger-restored": { lost: 3, head: digest, on },
  "report-made": { report: digest, length: 12, head: digest, on },
  "report-signed": { report: digest, key: digest, length: 12, head: digest, on },
}

const isRead = (kind: string, body: unknown): boolean => Result.isSuccess(readDecisionRecord({ kind, body }))

test("by its types: words of our own, days, digests and tallies; never a plain string or number", () => {
  expectTypeOf<string extends Words ? "open" : "closed">().toEqualTypeOf<"closed">()
  expectTypeOf<number extends Words ? "open" : "closed">().toEqualTypeOf<"closed">()
  expectTypeOf<Extract<Held, object>>().not.toEqualTypeOf<object>()
  expectTypeOf<Words>().toBeString()
})

test("every kind is read, and the list is closed", () => {
  expect(recordKinds.filter((kind) => !isRead(kind, good[kind]))).toEqual([])
  expect([...recordKinds].sort()).toEqual(Object.keys(good).sort())
  expect(isRead("child-said", { of: on })).toBe(false)
})

test("every field of every kind is in the record shown here, so that none escapes what follows", () => {
  const fields = DecisionRecord.members.map((member) => [
    member.fields.kind.literal,
    Object.keys(member.fields.body.fields).sort(),
  ])
  expect(fields).toEqual(recordKinds.map((kind) => [kind, Object.keys(good[kind]).sort()]))
})

const written = forms.flatMap((form) =>
  form.pages.flatMap((page) =>
    page.questions.flatMap((question) => [
      question.key,
      ...("options" in question ? question.options.flatMap(({ key, words }) => [key, words]) : []),
    ]),
  ),
)
const answers: readonly unknown[] = [
  ...new Set(written),
  "I am sad at home",
  "ZZ1 1AB",
  "ZZ11AB",
  "prefer-not-to-say",
  "not-answered",
  { text: "I am sad" },
  { other: "elsewhere" },
  { postcode: "ZZ1 1AB" },
  ["with-parents"],
  { mood: "sad" },
  null,
  true,
  personOf("evidence-team"),
]

describe("by its schema", () => {
  const fields = recordKinds.flatMap((kind) => Object.keys(good[kind]).map((field) => [kind, field] as const))

  test.each(fields)("%s.%s takes no answer of any form", (kind, field) => {
    expect(answers.length).toBeGreaterThan(200)
    const taken = answers.filter((answer) => isRead(kind, { ...good[kind], [field]: answer }))
    expect(taken).toEqual([])
  })

  test.each(recordKinds)("%s takes no field more and lacks none", (kind) => {
    expect(isRead(kind, { ...good[kind], answer: "with-parents" })).toBe(false)
    for (const field of Object.keys(good[kind])) {
      const { [field]: _gone, ...rest } = good[kind]
      expect(isRead(kind, rest)).toBe(mayLack(kind, field))
    }
  })
})
