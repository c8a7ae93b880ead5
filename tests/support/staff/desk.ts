/** The staff pages in this process: real requests to their handler, from browsers that keep a cookie, on a store of their own. */
import { randomBytes } from "node:crypto"
import { Effect } from "effect"
import type { PersonId } from "../../../policy/capability/member.ts"
import { today } from "../../../policy/civil-day.ts"
import { digestOf } from "../../../policy/record/digest.ts"
import { evidenceSource, type StorageSettings } from "../../../src/deployment/storage.ts"
import { staffHandler } from "../../../src/staff/handler.ts"
import { clockAt } from "../clock.ts"
import { openedEvidence } from "../evidence.ts"
import { wholeTeam } from "../policy/team.ts"
import { atEnd, newFolder } from "../store.ts"
import { type Device, newDevice, type Wrongly } from "./device.ts"

export const origin = "http://localhost:3001"

interface Sent {
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
}

export const openDesk = async (
  storage: StorageSettings = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined },
  members = wholeTeam(Effect.runSync(today)),
) => {
  const evidence = await openedEvidence(evidenceSource(storage), { mode: storage.mode })
  for (const member of members) await Effect.runPromise(evidence.keepMember(member))
  let later = 0
  const failures: unknown[] = []
  const clock = clockAt(() => Date.now() + later)
  const { answer, close } = staffHandler({ storage, origin, clock, failed: (error) => failures.push(error) })
  atEnd(close)
  const send = (method: string, path: string, body: string | undefined, { cookie, headers }: Sent) =>
    answer(
      new Request(origin + path, {
        method,
        headers: {
          ...(method === "POST" && { origin, "sec-fetch-site": "same-origin" }),
          ...(cookie !== undefined && { cookie }),
          ...headers,
        },
        ...(body !== undefined && { body }),
      }),
    )
  const json = { "content-type": "application/json" }
  const form = { "content-type": "application/x-www-form-urlencoded" }
  const get = (path: string, sent: Sent = {}) => send("GET", path, undefined, sent)
  const call = (path: string, value: unknown, sent: Sent = {}) =>
    send("POST", path, JSON.stringify(value), { ...sent, headers: { ...json, ...sent.headers } })
  const post = (path: string, fields: Record<string, string>, sent: Sent = {}) =>
    send("POST", path, new URLSearchParams(fields).toString(), { ...sent, headers: { ...form, ...sent.headers } })
  const asked = async (path: string, value: unknown, sent: Sent = {}) =>
    (await (await call(path, value, sent)).json()) as { readonly challenge: string }

  const link = async (person: PersonId, needsTwo = false, givenBy?: PersonId): Promise<string> => {
    const secret = randomBytes(32).toString("base64url")
    const enrolment = { digest: digestOf(secret), person, needsTwo, ...(givenBy && { givenBy }) }
    await Effect.runPromise(evidence.access.enrolments.offer(enrolment))
    return secret
  }
  const enrol = async (secret: string, device: Device, wrongly?: Wrongly) =>
    call("/staff/enrol", { secret, answer: device.make(await asked("/staff/enrol/options", { secret }), wrongly) })
  const signIn = async (device: Device, wrongly?: Wrongly) =>
    call("/staff/sign-in", { answer: device.sign(await asked("/staff/sign-in/options", {}), wrongly) })
  const cookieOf = (response: Response): string => response.headers.get("set-cookie")?.split(";")[0] ?? ""

  return {
    ...{ storage, evidence, failures, get, call, post, asked, link, enrol, signIn, cookieOf },
    /** The clock of the pages from here on, milliseconds after that of this machine. */
    later: (milliseconds: number) => {
      later = milliseconds
    },
    /** Signs a person in with a new device. */
    enter: async (person: PersonId) => {
      const device = newDevice(origin)
      await enrol(await link(person), device)
      return { device, cookie: cookieOf(await signIn(device)) }
    },
    prove: async (device: Device, act: string, sent: Sent) =>
      call("/staff/prove", { act, answer: device.sign(await asked("/staff/prove/options", { act }, sent)) }, sent),
  }
}

export type OpenDesk = Awaited<ReturnType<typeof openDesk>>
