/** Lets a test send as many networks would: the service trusts this machine as its proxy, and each request names a network. */

import { randomBytes } from "node:crypto"
import { appConfig } from "../../src/deployment/settings.ts"
import { builtLauncher } from "./programs.ts"
import type { Asked } from "./service.ts"

const header = "x-forwarded-for"

/** For `startService`: what it runs is the service in every other way. */
export const behindProxy: Required<Pick<Asked, "launcher" | "env">> = {
  launcher: builtLauncher("launch-stated"),
  env: { STATED: JSON.stringify({ ...appConfig, proxy: { trusted: ["127.0.0.1"], header } }) },
}

export const from = (address: string): Readonly<Record<string, string>> => ({ [header]: address })

/** A network that has sent nothing yet. */
export const fromAnywhere = (): Readonly<Record<string, string>> =>
  from(`2001:${(randomBytes(6).toHex().match(/.{4}/g) ?? []).join(":")}::1`)
