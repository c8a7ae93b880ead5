/** Gate: two people check a table, neither of them its author. */
import { Effect, Schema } from "effect"
import type { Capability } from "../capability/capability.ts"
import { PersonId } from "../capability/member.ts"
import { Day } from "../civil-day.ts"
import { parameters } from "../parameters.ts"
import { RuleViolation } from "../rule-violation.ts"

export type Checker = Capability<"check-output">

interface CheckedTable {
  readonly author: PersonId
  readonly checks: ReadonlyArray<{ readonly person: PersonId }>
}

const otherThanAuthor = "ask somebody other than the author to check"

export const secondChecker = "ask a second person to check"

/** The fault in the list of checkers: the author among them, or one person twice. */
export const remedyFor = ({ author, checks }: CheckedTable): string | undefined => {
  if (checks.some(({ person }) => person === author)) return otherThanAuthor
  return new Set(checks.map(({ person }) => person)).size < checks.length ? secondChecker : undefined
}

/** Fails when a checker is the author or has checked already. */
export const checkerGate = (checked: CheckedTable): Effect.Effect<void, RuleViolation> => {
  const remedy = remedyFor(checked)
  return remedy === undefined ? Effect.void : Effect.fail(new RuleViolation({ rule: "outputs-checked", remedy }))
}

export const hasEnoughChecks = ({ checks }: CheckedTable): boolean => checks.length >= parameters.outputCheckers.value

/** Fails unless as many have checked as must, none of them the author and none twice. */
export const outputsGate = (checked: CheckedTable): Effect.Effect<void, RuleViolation> =>
  Effect.andThen(
    checkerGate(checked),
    hasEnoughChecks(checked)
      ? Effect.void
      : Effect.fail(new RuleViolation({ rule: "outputs-checked", remedy: secondChecker })),
  )

/** Who proposed a table and who checked it, as it is kept. */
export const StoredChecks = Schema.Struct({
  author: PersonId,
  checks: Schema.Array(Schema.Struct({ person: PersonId, on: Day })),
}).check(
  Schema.makeFilter((checked) => remedyFor(checked) ?? true),
  Schema.makeFilter((checked) => hasEnoughChecks(checked) || secondChecker),
)
