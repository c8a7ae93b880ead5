/** Reports who may do what until when, and what was read for which purpose: people appear by role alone. */
import type { Member } from "../capability/member.ts"
import { powersOf } from "../capability/power.ts"
import type { Facts } from "../facts/facts.ts"
import type { DecisionRecord } from "../record/decision-record.ts"
import { type Annex, annexOf } from "./annex.ts"

const spoken = (key: string): string => key.replaceAll("-", " ")

export interface PersonReport {
  readonly role: string
  readonly may: readonly string[]
  readonly from: string
  readonly until: string
  readonly trainedOn: string
  readonly clearance: string
  readonly clearanceUntil: string
  /** Given only where the DPO asks for it: the id of the list. */
  readonly person?: string
}

/** All readings of one kind by one role for one purpose. */
export interface ReadingReport {
  readonly role: string
  readonly power: string
  readonly purpose: string
  /** Entries of the ledger: a number of readings, not of children. */
  readonly readings: number
  /** The latest day whose answers were read. */
  readonly latestOf: string
}

const personOf = ({ person, role, from, until, trainedOn, clearance }: Member, withPeople: boolean): PersonReport => ({
  role: spoken(role),
  may: powersOf[role].map(spoken),
  from,
  until,
  trainedOn,
  clearance: spoken(clearance.level),
  clearanceUntil: clearance.until,
  ...(withPeople && { person }),
})

const order = (one: PersonReport, other: PersonReport): number => {
  const [first, second] = [one, other].map((each) => JSON.stringify({ ...each, person: undefined }))
  return (first ?? "") < (second ?? "") ? -1 : 1
}

/** In an order that does not depend on ids. */
export const peopleReport = ({ members }: Pick<Facts, "members">, withPeople: boolean): Annex<PersonReport> =>
  annexOf(members, (all) => all.map((each) => personOf(each, withPeople)).toSorted(order))

/** Entries of earlier versions name no purpose: there was one only. */
const purposeOf = (purpose: string | undefined): string => spoken(purpose ?? "childhood-commission")

const readingsIn = (records: readonly DecisionRecord[]): readonly ReadingReport[] => {
  const found = new Map<string, ReadingReport>()
  for (const { kind, body } of records) {
    if (kind !== "responses-read") continue
    const [role, power, purpose] = [spoken(body.role), spoken(body.power), purposeOf(body.purpose)]
    const key = [role, power, purpose].join("|")
    const { readings = 0, latestOf = "" } = found.get(key) ?? {}
    const [latest = body.of] = [latestOf, body.of].toSorted().reverse()
    found.set(key, { role, power, purpose, readings: readings + 1, latestOf: latest })
  }
  return [...found.values()]
}

export const readingReports = ({ records }: Pick<Facts, "records">): Annex<ReadingReport> =>
  annexOf(records, readingsIn)
