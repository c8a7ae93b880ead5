/** Lists the assets with which staff sign in: the public halves of keys, and what lets somebody in for a while. */
import { defineAsset } from "./define-asset.ts"

const table = { kind: "table", store: "evidence", owner: "director-of-evidence", location: "secure-network" } as const
const kept = { ...table, retention: "life-of-the-project" } as const
const passing = { ...table, retention: "staff-hours" } as const

export const accessAssets = [
  defineAsset({
    ...kept,
    id: "evidence-passkeys",
    what: "The public half of each key with which a person signs in; the other half never leaves the person's device",
    table: "passkey",
    categories: ["staff-record"],
    columns: {
      credential: "staff-record",
      person: "staff-record",
      public_key: "staff-record",
      counter: "staff-record",
      enrolled_on: "staff-record",
    },
  }),
  defineAsset({
    ...passing,
    id: "evidence-sessions",
    what: "Who is signed in, until when, and for which act they proved it: digests of random bytes, in no backup",
    table: "staff_session",
    categories: ["staff-record", "expiry"],
    columns: {
      digest: "staff-record",
      person: "staff-record",
      idle_until: "expiry",
      ends_at: "expiry",
      proved_act: "staff-record",
      proved_until: "expiry",
    },
  }),
  defineAsset({
    ...passing,
    id: "evidence-enrolments",
    what: "Who may enrol a key by a one-time link, who gave it and who confirmed it: digests of random bytes, in no backup",
    table: "enrolment",
    categories: ["staff-record", "expiry"],
    columns: {
      digest: "staff-record",
      person: "staff-record",
      given_by: "staff-record",
      confirmed_by: "staff-record",
      needs_two: "staff-record",
      expires_at: "expiry",
    },
  }),
  defineAsset({
    ...passing,
    id: "evidence-command-requests",
    what: "Which command waits for which person to prove an act: digests of random codes, in no backup",
    table: "command_request",
    categories: ["staff-record", "expiry"],
    columns: {
      digest: "staff-record",
      person: "staff-record",
      act: "staff-record",
      expires_at: "expiry",
      approved: "staff-record",
    },
  }),
] as const
