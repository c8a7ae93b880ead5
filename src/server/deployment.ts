/** What `web` knows of its deployment: the mode, the window and where it is reached; no secret and no store. */
import type { Mode } from "../../policy/data/mode.ts"
import type { NeighbourhoodUse } from "../../policy/neighbourhood-use.ts"
import type { Window } from "../../policy/window.ts"

export interface WebDeployment {
  readonly mode: Mode
  readonly window: Window | "always"
  readonly origin?: string
  /** Without it no LSOA is kept (F38). */
  readonly neighbourhoodUse?: NeighbourhoodUse
}

const rehearsing: WebDeployment = { mode: "rehearsal", window: "always" }

/** The only folders of the deployment's data that `web` may read. */
export const geographyFolder: string | undefined = process.env["GEOGRAPHY"]
export const releasedFolder: string | undefined = process.env["RELEASED"]

/** Handed over by the launcher, which has checked it. */
export const deployment: WebDeployment = process.env["DEPLOYMENT"]
  ? (JSON.parse(process.env["DEPLOYMENT"]) as WebDeployment)
  : rehearsing
