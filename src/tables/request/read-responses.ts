/** Reads answers for a member with the power to, and records each day's reading in the ledger before the first answer. */
import { Effect, Layer, Schema } from "effect"
import type { Source } from "../../../db/connect.ts"
import type { RegionOf } from "../../../db/evidence/columns/place-by-council.ts"
import { readColumns } from "../../../db/evidence/columns/read-columns.ts"
import { Evidence } from "../../../db/evidence/evidence.ts"
import { recordedGrant, type Who } from "../../../db/evidence/recorded-grant.ts"
import { teamOf } from "../../../db/evidence/team.ts"
import { type PersonId, readMember, Team } from "../../../policy/capability/member.ts"
import { today } from "../../../policy/civil-day.ts"
import { unlock } from "../../../policy/custody/unlock.ts"
import type { Mode } from "../../../policy/data/mode.ts"
import { TableRefused } from "../../../policy/disclosure/tables/refused.ts"
import type { Variable } from "../../../surveys/variables/variable.ts"

export interface Reading {
  readonly evidence: Evidence["Service"]
  readonly source: Source
  readonly person: Who
  readonly wanted: readonly Variable[]
  /** Where the councils lie that children named. */
  readonly regionOf?: RegionOf
}

/** The request may be right: there is nothing to tabulate yet. */
export class NoResponses extends Schema.TaggedError<NoResponses>()("NoResponses", {}) {
  override get message() {
    return "There are no responses in the evidence store yet. No table was made. Bring them with ask -- transfer."
  }
}

export const readResponses = Effect.fnUntraced(function* ({ evidence, source, person, wanted, regionOf }: Reading) {
  const capability = yield* recordedGrant("read-responses", person).pipe(Effect.provideService(Evidence, evidence))
  const kept = (yield* evidence.retentions).filter(({ state }) => state !== "destroyed")
  const unlocked = yield* Effect.forEach(kept, (state) => unlock(capability, state))
  if (unlocked.length === 0) return yield* new NoResponses()
  yield* Effect.forEach(unlocked, ({ record }) => evidence.record(record), { discard: true })
  return yield* readColumns(
    source,
    unlocked.map(({ state }) => state),
    wanted,
    regionOf && { regionOf },
  )
})

/** A rehearsal needs no member: its answers are made up, and its ledger says so. */
const standIn = Effect.gen(function* () {
  const on = yield* today
  return yield* Effect.orDie(
    readMember({
      person: "0".repeat(16),
      role: "evidence-team",
      project: "the-big-ask",
      from: on,
      until: on,
      trainedOn: on,
      clearance: { level: "developed-vetting", until: on },
    }),
  )
})

export const needsName = new TableRefused({
  reason:
    "Live answers are read by a named member of the evidence team alone: add --by ID, as the controller's list has it.",
})

/** The person who asks, and the list on which that person must stand. */
export const resolveReader = Effect.fnUntraced(function* <W extends Who = PersonId>(
  evidence: Evidence["Service"],
  mode: Mode,
  by: W | undefined,
): Effect.fn.Return<{ readonly person: W | PersonId; readonly team: Layer.Layer<Team> }, TableRefused> {
  if (by !== undefined) return { person: by, team: teamOf(evidence) }
  if (mode !== "rehearsal") return yield* needsName
  const member = yield* standIn
  return { person: member.person, team: Layer.succeed(Team, { members: Effect.succeed([member]) }) }
})
