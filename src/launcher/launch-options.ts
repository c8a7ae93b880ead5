/** Lists what the launcher needs to know of a deployment before it starts the processes. */
import type { ImportedGeography } from "../../policy/deployment/opening.ts"
import type { Log } from "../deployment/log.ts"
import type { StorageSettings } from "../deployment/storage.ts"
import type { WebDeployment } from "../deployment/web-deployment.ts"
import type { Accounts } from "./account.ts"
import type { Sandbox } from "./sandbox.ts"
import type { StaffDesk } from "./staff-desk.ts"

export interface Launch extends Omit<StorageSettings, "mode"> {
  /** The part of the deployment that `web` gets: plain data, and no secret. */
  readonly deployment: WebDeployment
  readonly geography: ImportedGeography
  readonly host: string
  readonly port: number
  readonly accounts?: Accounts | undefined
  /** Where the system offers one, `web` runs in it. */
  readonly sandbox?: Sandbox | undefined
  /** The hour of the nightly transfer; off when left out. */
  readonly nightly?: number | "off"
  /** The hour of the retention clock, which a deployment cannot switch off; tests leave it out. */
  readonly custody?: number | undefined
  /** Answers that the controller expects on a school day. */
  readonly expectedADay?: number | undefined
  /** The platform ends when one of these processes does. */
  readonly watch: readonly number[]
  /** The port of this machine that serves metrics; none when left out. */
  readonly metricsPort?: number | undefined
  /** Where staff sign in; nowhere when left out. */
  readonly staff?: StaffDesk | undefined
  readonly web?: { readonly script: string; readonly readable: readonly string[] }
  readonly log?: Log
  /** The commit that is running, for the log. */
  readonly commit?: string
}
