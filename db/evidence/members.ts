/** The named list: a person is put on it once, changed by a new entry, and taken off, each time with its record. */
import { Effect, Schema } from "effect"
import type { Transaction } from "kysely"
import { Member, type PersonId } from "../../policy/capability/member.ts"
import { today } from "../../policy/civil-day.ts"
import { digestOf } from "../../policy/evidence/digest.ts"
import { StoreUnavailable } from "../collection/store-unavailable.ts"
import type { Connection } from "../connect.ts"
import type { Recorded, Trying } from "./arrivals.ts"
import type { EvidenceTables, MemberTable } from "./schema.ts"

const rowOf = ({ person, role, project, from, until, trainedOn, clearance }: Member): MemberTable => ({
  person,
  role,
  project,
  project_from: from,
  project_until: until,
  trained_on: trainedOn,
  clearance: clearance.level,
  clearance_until: clearance.until,
})

const readMembers = Schema.decodeUnknownSync(Schema.Array(Member), { onExcessProperty: "error" })

const keepMember = async (transaction: Transaction<EvidenceTables>, member: Member): Promise<void> => {
  const row = rowOf(member)
  await transaction
    .insertInto("member")
    .values(row)
    .onConflict((conflict) => conflict.column("person").doUpdateSet(row))
    .execute()
}

const dropMember = async (transaction: Transaction<EvidenceTables>, person: PersonId): Promise<void> => {
  const { numDeletedRows } = await transaction
    .deleteFrom("member")
    .where("person", "=", person)
    .executeTakeFirstOrThrow()
  if (numDeletedRows !== 1n) throw new StoreUnavailable({ failure: "refused" })
}

const membersOf = async ({ db }: Connection<EvidenceTables>): Promise<readonly Member[]> => {
  const rows = await db.selectFrom("member").selectAll().orderBy("person").execute()
  return readMembers(
    rows.map(({ person, role, project, ...row }) => ({
      person,
      role,
      project,
      from: row.project_from,
      until: row.project_until,
      trainedOn: row.trained_on,
      clearance: { level: row.clearance, until: row.clearance_until },
    })),
  )
}

export const teamIn = (connection: Connection<EvidenceTables>, trying: Trying, recorded: Recorded) => {
  const members = trying(() => membersOf(connection))
  return {
    members,
    keepMember: Effect.fnUntraced(function* (member: Member) {
      const body = { member: digestOf(member.person), role: member.role, until: member.until, on: yield* today }
      yield* recorded({ kind: "member-listed", body }, (transaction) => keepMember(transaction, member))
    }),
    /** Whoever is not on the list is not taken off it, and nothing is recorded. */
    dropMember: Effect.fnUntraced(function* (person: PersonId) {
      const found = (yield* members).find((each) => each.person === person)
      if (found === undefined) return
      const body = { member: digestOf(person), role: found.role, on: yield* today }
      yield* recorded({ kind: "member-unlisted", body }, (transaction) => dropMember(transaction, person))
    }),
  }
}
