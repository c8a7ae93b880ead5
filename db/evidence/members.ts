/** Stores the named list of the team: adds, changes and removes members, each with its ledger entry. */
import { Effect, Schema } from "effect"
import { Member, type PersonId } from "../../policy/capability/member.ts"
import { today } from "../../policy/civil-day.ts"
import { digestOf } from "../../policy/record/digest.ts"
import type { EvidenceStore, RecordDecision, Writing } from "./evidence-store.ts"
import { refuseUnless } from "./require-change.ts"
import type { MemberTable } from "./schema.ts"

const rowOf = ({ person, role, project, from, until, trainedOn, clearance, givenBy }: Member): MemberTable => ({
  person,
  role,
  project,
  project_from: from,
  project_until: until,
  trained_on: trainedOn,
  clearance: clearance.level,
  clearance_until: clearance.until,
  given_by: givenBy ?? null,
})

const readMembers = Schema.decodeUnknownEffect(Schema.Array(Member), { onExcessProperty: "error" })

const keepMember = async (transaction: Writing, member: Member): Promise<void> => {
  const row = rowOf(member)
  await transaction
    .insertInto("member")
    .values(row)
    .onConflict((conflict) => conflict.column("person").doUpdateSet(row))
    .execute()
}

const dropMember = async (transaction: Writing, person: PersonId): Promise<void> => {
  const { numDeletedRows } = await transaction
    .deleteFrom("member")
    .where("person", "=", person)
    .executeTakeFirstOrThrow()
  refuseUnless(numDeletedRows === 1n)
  for (const table of ["passkey", "staff_session", "enrolment", "command_request"] as const)
    await transaction.deleteFrom(table).where("person", "=", person).execute()
}

const memberIn = ({ person, role, project, ...row }: MemberTable) => ({
  ...{ person, role, project, from: row.project_from, until: row.project_until, trainedOn: row.trained_on },
  clearance: { level: row.clearance, until: row.clearance_until },
  ...(row.given_by !== null && { givenBy: row.given_by }),
})

const membersOf = ({ run, inconsistent }: EvidenceStore) =>
  run("members", ({ db }) => db.selectFrom("member").selectAll().orderBy("person").execute()).pipe(
    Effect.flatMap((rows) => readMembers(rows.map(memberIn)).pipe(Effect.mapError(inconsistent))),
  )

export const teamIn = (store: EvidenceStore, record: RecordDecision) => {
  const members = membersOf(store)
  return {
    members,
    keepMember: Effect.fn("Evidence.keepMember")(function* (member: Member) {
      const { person, role, until, givenBy } = member
      const by = givenBy && { by: digestOf(givenBy) }
      const body = { member: digestOf(person), role, until, on: yield* today, ...by }
      yield* record("listMember", { kind: "member-listed", body }, (writing) => keepMember(writing, member))
    }),
    /** Removing an unknown member writes nothing. */
    dropMember: Effect.fn("Evidence.dropMember")(function* (person: PersonId) {
      const member = (yield* members).find((each) => each.person === person)
      if (member === undefined) return
      const body = { member: digestOf(person), role: member.role, on: yield* today }
      yield* record("unlistMember", { kind: "member-unlisted", body }, (writing) => dropMember(writing, person))
    }),
  }
}
