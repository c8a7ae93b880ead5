/** Every output is checked by two people who did not make it. */
import { Effect, Option, Schema } from "effect"
import type { Breach } from "../breach.ts"
import type { Capability } from "../capability/capability.ts"
import { PersonId } from "../capability/member.ts"
import { Day } from "../civil-day.ts"
import type { OutputCheck } from "../disclosure/output-check.ts"
import { ReleasesNow } from "../evidence/releases-now.ts"
import { parameters } from "../parameters.ts"
import { defineRule, noneOf, notChecked, RuleViolation } from "../rule.ts"

export type Checker = Capability<"check-output">

/** `unknown` when two have checked, each with leave to. */
export type TwoChecks<C> = C extends readonly [OutputCheck, OutputCheck]
  ? unknown
  : Breach<"outputs-checked", "let two people check who were granted it, neither of them the author">

/** Gives back the checks of an output, which do not compile unless there are two. */
export const checkedBy = <const C extends readonly unknown[]>(...checks: C & TwoChecks<C>): C => checks

interface Checked {
  readonly author: PersonId
  readonly checks: ReadonlyArray<{ readonly person: PersonId }>
}

const authors = "ask somebody other than the author to check"
const twice = "ask a second person to check"

/** What is wrong with who checked; nothing where the author and nobody twice is among them. */
const faultOf = ({ author, checks }: Checked): string | undefined => {
  if (checks.some(({ person }) => person === author)) return authors
  return new Set(checks.map(({ person }) => person)).size < checks.length ? twice : undefined
}

/** Fails when a checker is the author or has checked already. */
export const checkerGate = (checked: Checked): Effect.Effect<void, RuleViolation> => {
  const remedy = faultOf(checked)
  return remedy === undefined ? Effect.void : Effect.fail(new RuleViolation({ rule: "outputs-checked", remedy }))
}

const enough = ({ checks }: Checked): boolean => checks.length >= parameters.outputCheckers.value

/** Fails unless as many have checked as must, none of them the author and none twice. */
export const outputsGate = (checked: Checked): Effect.Effect<void, RuleViolation> =>
  Effect.andThen(
    checkerGate(checked),
    enough(checked) ? Effect.void : Effect.fail(new RuleViolation({ rule: "outputs-checked", remedy: twice })),
  )

/** Who proposed a table and who checked it, as it is kept. */
const KeptChecks = Schema.Struct({
  author: PersonId,
  checks: Schema.Array(Schema.Struct({ person: PersonId, on: Day })),
}).check(
  Schema.makeFilter((checked) => faultOf(checked) ?? true),
  Schema.makeFilter((checked) => enough(checked) || twice),
)

const [author, one, other] = ["a", "b", "c"].map((sign) => ({ person: sign.repeat(16), on: "2027-06-01" }))

export const outputsChecked = defineRule({
  id: "outputs-checked",
  statement: "Two trained people other than the author check every output before it is released.",
  source: { section: 5, quote: "in line with ONS approved researcher training" },
  law: ["UK GDPR Art 5(1)(f)", "UK GDPR Art 32"],
  enforcedBy: ["types", "schema", "runtime", "database"],
  audit: Effect.gen(function* () {
    const releases = yield* Effect.serviceOption(ReleasesNow)
    if (Option.isNone(releases)) return notChecked("the checks of outputs could not be read here")
    const { tables } = releases.value
    if (tables.length === 0) return notChecked("no table has been released")
    const said = tables.map(({ proposal, checks, table }) => {
      const by = checks.map(({ person, on }) => `${person} on ${on}`).join(" and ")
      return `table ${proposal.id.slice(0, 8)}, released on ${table.releasedOn}, was checked by ${by}`
    })
    const unchecked = tables.filter(({ proposal, checks, table }) => {
      const checked = { author: proposal.facts.author, checks }
      const isLate = checks.some(({ on, of }) => of !== proposal.id || on > table.releasedOn)
      return faultOf(checked) !== undefined || !enough(checked) || isLate
    })
    return noneOf(
      unchecked.map(
        ({ proposal }) => `table ${proposal.id.slice(0, 8)} was not checked by two others before its release`,
      ),
      said.join("; "),
    )
  }),
  examples: {
    decode: Schema.decodeUnknownResult(KeptChecks, { onExcessProperty: "error" }),
    accepts: { "two others": { author: author?.person, checks: [one, other] } },
    refuses: {
      nobody: { author: author?.person, checks: [] },
      "one person": { author: author?.person, checks: [one] },
      "the same person twice": { author: author?.person, checks: [one, one] },
      "the author first": { author: author?.person, checks: [author, one] },
      "the author second": { author: author?.person, checks: [one, author] },
      "the author as a third": { author: author?.person, checks: [one, other, author] },
      "a check on no day": { author: author?.person, checks: [one, { person: other?.person }] },
      "a person by name": { author: author?.person, checks: [one, { ...other, person: "B. Person" }] },
      "no author": { checks: [one, other] },
    },
  },
})
