/** The named list: a person is put on it once, changed by a new entry, and taken off. */
import { Schema } from "effect"
import { Member, type PersonId } from "../../policy/capability/member.ts"
import type { Connection } from "../connect.ts"
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

export const keepMember = async ({ db }: Connection<EvidenceTables>, member: Member): Promise<void> => {
  const row = rowOf(member)
  await db
    .insertInto("member")
    .values(row)
    .onConflict((conflict) => conflict.column("person").doUpdateSet(row))
    .execute()
}

export const dropMember = async ({ db }: Connection<EvidenceTables>, person: PersonId): Promise<void> => {
  await db.deleteFrom("member").where("person", "=", person).execute()
}

export const membersOf = async ({ db }: Connection<EvidenceTables>): Promise<readonly Member[]> => {
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
