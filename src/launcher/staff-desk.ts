/** Keeps the staff process running on its own port, and prints where people sign in. The survey goes on without it. */
import { Result } from "effect"
import type { Mode } from "../../policy/data/mode.ts"
import type { Deployment } from "../../policy/deployment/deployment.ts"
import type { Environment } from "../deployment/environment.ts"
import type { Log } from "../deployment/log.ts"
import { isFromStaff } from "../deployment/messages.ts"
import { type StorageSettings, storageToEnv } from "../deployment/storage.ts"
import { type Account, type Accounts, staffAccountOf } from "./account.ts"
import { type Child, keepRunning } from "./child.ts"
import { staffFlags } from "./confinement.ts"
import { openDoor } from "./door.ts"
import { listeningSentence } from "./sentence.ts"
import { program, programs } from "./set-up.mjs"

export interface StaffDesk {
  readonly port: number
  /** In a rehearsal it is http://localhost with the port: passkeys refuse a bare address. */
  readonly origin: string | undefined
  readonly account: Account | undefined
}

interface Setting {
  readonly mode: Mode
  readonly evidenceUrl?: string | undefined
  readonly accounts: Accounts | undefined
}

/** `undefined` where the deployment sets none up; a failure is one sentence that names the missing setting. */
export const staffDeskOf = (
  { staff }: Pick<Deployment, "staff">,
  { STAFF_PORT: asked }: Pick<Environment, "STAFF_PORT">,
  { mode, evidenceUrl, accounts }: Setting,
): Result.Result<StaffDesk | undefined, string> => {
  const port = asked ?? staff?.port ?? "off"
  if (port === "off") return Result.succeed(undefined)
  const refused = (why: string) => Result.fail(`Nobody can sign in here: ${why} The survey is served without it.`)
  const origin = mode === "live" ? staff?.origin : undefined
  if (mode === "live" && origin === undefined)
    return refused("state the https address of the staff pages, staff.origin in app.config.ts.")
  if (accounts === undefined) return Result.succeed({ port, origin, account: undefined })
  if (evidenceUrl === undefined)
    return refused(
      "with an account for each process the evidence store must be a PostgreSQL, which two accounts share.",
    )
  if (staff?.account === undefined) return refused("name an account of its own, staff.account in app.config.ts.")
  const account = staffAccountOf(staff.account, accounts)
  return typeof account === "string" ? Result.fail(account) : Result.succeed({ port, origin, account })
}

interface Around {
  readonly storage: StorageSettings
  readonly host: string
  readonly log: Log
  readonly onEnd: () => void
}

export const keepStaff = (
  { port, origin, account }: StaffDesk,
  { storage, host, log, onEnd }: Around,
): Pick<Child, "drain"> => {
  /** It needs neither the collection nor the program that holds the keys. */
  const forStaff: StorageSettings = { ...storage, databaseUrl: undefined, keyCommand: undefined }
  let doorPort = port
  let said = ""
  const say = (sentence: string): void => {
    if (sentence !== said) console.log(sentence)
    said = sentence
  }
  const env: Record<string, string> = {
    NODE_ENV: "production",
    ...storageToEnv(forStaff),
    ...(storage.evidenceUrl !== undefined && { NETWORK: "kept" }),
  }
  const staff = keepRunning({
    args: [...staffFlags(storage, [programs]), program("staff")],
    // Read at each start, once the port is known.
    env,
    account,
    talks: "until-ready",
    door: async () => {
      const door = await openDoor(host, doorPort)
      if (typeof door === "string") return void say(`Nobody can sign in: ${listeningSentence(door, host, port)}`)
      doorPort = door.port
      env["STAFF_ORIGIN"] = origin ?? `http://localhost:${door.port}`
      return door.server
    },
    onMessage: (message) => {
      if (!isFromStaff(message)) return
      if (message.kind === "log") return log({ ...message.entry, process: "staff" })
      staff.isReady()
      say(`Staff sign in at ${env["STAFF_ORIGIN"]}/staff/sign-in. The first link: npm run ask -- team link ID`)
    },
    onEnd,
  })
  return staff
}
