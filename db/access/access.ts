/** Everything with which staff sign in and prove an act: keys, sessions, one-time links, requests of commands. */
import type { EvidenceStore, RecordDecision } from "../evidence/evidence-store.ts"
import { commandRequestsOf } from "./command-requests.ts"
import { enrolmentsOf } from "./enrolments.ts"
import { passkeysOf } from "./passkeys.ts"
import { sessionsOf } from "./sessions.ts"

export const accessOf = (store: EvidenceStore, record: RecordDecision) => ({
  passkeys: passkeysOf(store, record),
  sessions: sessionsOf(store, record),
  enrolments: enrolmentsOf(store, record),
  requests: commandRequestsOf(store),
})

export type Access = ReturnType<typeof accessOf>
