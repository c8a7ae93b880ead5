/** Takes only witnesses of a close who are on the list of people today, and records each of them. */
import { Effect, Schema } from "effect"
import type { Member, PersonId } from "../../policy/capability/member.ts"
import { today } from "../../policy/civil-day.ts"
import { decided } from "../../policy/record/decision-record.ts"
import { digestOf } from "../../policy/record/digest.ts"
import type { Evidence } from "../evidence/evidence.ts"
import { actingOf, type Who } from "../evidence/recorded-grant.ts"

export class WitnessUnknown extends Schema.TaggedError<WitnessUnknown>()("WitnessUnknown", {
  witnesses: Schema.Array(Schema.String),
}) {
  override get message() {
    return `${this.witnesses.join(" and ")}: not on the list of people today. Nothing was closed. Name two people whom ask -- team lists.`
  }
}

/** A typed id is nobody who sees anything. */
export class WitnessUnproved extends Schema.TaggedError<WitnessUnproved>()("WitnessUnproved", {}) {
  override get message() {
    return "A witness was only typed. Nothing was closed. State staff.origin in app.config.ts, so that witnesses prove in the browser that they are there."
  }
}

export const personOf = (who: Who): PersonId => actingOf(who).person

/** Before anything is closed. */
export const findWitnesses = Effect.fn("Close.findWitnesses")(function* (
  { members, mode }: Pick<Evidence["Service"], "members" | "mode">,
  seen: readonly Who[],
) {
  if (mode === "live" && seen.some((who) => actingOf(who).proof === "operator")) return yield* new WitnessUnproved()
  const witnesses = seen.map(personOf)
  const on = yield* today
  const listed = (yield* members).filter(({ from, until }) => from <= on && on <= until)
  const unknown = witnesses.filter((witness) => !listed.some(({ person }) => person === witness))
  if (unknown.length > 0) return yield* new WitnessUnknown({ witnesses: unknown })
  return listed.filter(({ person }) => witnesses.includes(person))
})

export const recordWitnesses = Effect.fn("Close.recordWitnesses")(function* (
  { record }: Pick<Evidence["Service"], "record">,
  witnesses: readonly Member[],
) {
  const on = yield* today
  for (const { person, role } of witnesses)
    yield* record(yield* decided({ kind: "close-witnessed", body: { member: digestOf(person), role, on } }))
})
