/** Counts the kept responses of each day, and reads what its transfer, the ledger and its retention say of them. */
import { type Kysely, sql } from "kysely"
import type { KeptDay } from "../../policy/facts/kept-day.ts"
import type { EvidenceTables } from "../evidence/schema.ts"

const counted = sql<number>`cast(count(*) as integer)`

interface Certificate {
  readonly of: string
  readonly responses: number
  readonly digest: string
}

/** The last entry of a day counts: one that was cut off after its entry is certified again. */
const certificatesIn = async (db: Kysely<EvidenceTables>): Promise<ReadonlyMap<string, Certificate>> => {
  const entries = db.selectFrom("ledger").select("body").where("kind", "=", "day-transferred").orderBy("seq")
  return new Map(
    (await entries.execute()).map(({ body }) => {
      const read: Certificate = JSON.parse(body)
      return [read.of, read]
    }),
  )
}

export const keptDays = async (db: Kysely<EvidenceTables>): Promise<readonly KeptDay[]> => {
  const kept = await db
    .selectFrom("kept_response")
    .select(["day", counted.as("rows")])
    .groupBy("day")
    .execute()
  const arrivals = await db.selectFrom("transfer_day").selectAll().execute()
  const pending = await db
    .selectFrom("transferred")
    .select(["day", counted.as("rows")])
    .groupBy("day")
    .execute()
  const retained = await db.selectFrom("retention").select(["given_on", "state"]).execute()
  const certificates = await certificatesIn(db)
  const [keptOn, pendingOn] = [kept, pending].map((rows) => new Map(rows.map((row) => [row.day, row.rows])))
  const arrivalOf = new Map(arrivals.map((row) => [row.day, row]))
  const stateOf = new Map(retained.map((row) => [row.given_on, row.state]))
  const days = [...new Set([...(keptOn?.keys() ?? []), ...arrivalOf.keys(), ...certificates.keys()])].toSorted()
  return days.map((day): KeptDay => {
    const arrival = arrivalOf.get(day)
    const certified = certificates.get(day)
    const retention = stateOf.get(day)
    return {
      day,
      kept: keptOn?.get(day) ?? 0,
      ...(arrival && {
        arrival: {
          state: arrival.state,
          responses: arrival.responses,
          digest: arrival.digest,
          pending: pendingOn?.get(day) ?? 0,
        },
      }),
      ...(certified && { certified: { responses: certified.responses, digest: certified.digest } }),
      ...(retention !== undefined && { retention }),
    }
  })
}
