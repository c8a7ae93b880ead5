/** Compares the list of the team with the ledger: a person whom no decision put there, or took off, shows. */
import type { Member } from "../capability/member.ts"
import type { DecisionRecord } from "../record/decision-record.ts"
import { digestOf } from "../record/digest.ts"

interface Listing {
  readonly role: string
  readonly until: string
}

const listedBy = (records: readonly DecisionRecord[]): ReadonlyMap<string, Listing> => {
  const listed = new Map<string, Listing>()
  for (const { kind, body } of records) {
    if (kind === "member-listed") listed.set(body.member, body)
    if (kind === "member-unlisted") listed.delete(body.member)
  }
  return listed
}

/** Names nobody: the number of people is enough to look at the list. Without records the ledger is at fault already. */
export const memberBreaches = (
  members: readonly Member[],
  records: readonly DecisionRecord[] | undefined,
): readonly string[] => {
  if (records === undefined) return []
  const listed = listedBy(records)
  const unrecorded = members.filter(({ person, role, until }) => {
    const listing = listed.get(digestOf(person))
    return listing === undefined || listing.role !== role || listing.until !== until
  })
  const people = new Set<string>(members.map(({ person }) => digestOf(person)))
  const gone = [...listed.keys()].filter((member) => !people.has(member))
  return [
    ...(unrecorded.length > 0
      ? [`people on the list whom no entry of the ledger put there so: ${unrecorded.length}`]
      : []),
    ...(gone.length > 0 ? [`people whom the ledger lists, and the list does not: ${gone.length}`] : []),
  ]
}
