/** Names each stored complaint by the beginning of its hash, for lists and reports: enough to tell one from another. */
import { isDay } from "../../policy/civil-day.ts"
import type { ComplaintReceived } from "../../policy/custody/complaint.ts"
import type { StoredComplaint } from "./stored.ts"

/** Digits of a hash by which staff name a complaint. */
const idLength = 12

export const complaintId = (hash: Uint8Array): string => hash.toHex().slice(0, idLength)

export const complaintsReceived = (all: readonly StoredComplaint[]): readonly ComplaintReceived[] =>
  all.flatMap(({ hash, day, acknowledged, replied }) =>
    isDay(day) ? [{ id: complaintId(hash), receivedOn: day, acknowledged, replied }] : [],
  )
