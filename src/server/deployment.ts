/** What `web` knows of its deployment: the mode, the window and where it is reached; no secret and no store. */
import type { Mode } from "../../policy/data/mode.ts"
import type { Window } from "../../policy/window.ts"

export interface WebDeployment {
  readonly mode: Mode
  readonly window: Window | "always"
  readonly origin?: string
}

const rehearsing: WebDeployment = { mode: "rehearsal", window: "always" }

/** Handed over by the launcher, which has checked it. */
export const deployment: WebDeployment = process.env["DEPLOYMENT"]
  ? (JSON.parse(process.env["DEPLOYMENT"]) as WebDeployment)
  : rehearsing
