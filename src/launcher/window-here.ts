/** When answers may be taken here: the window that a live deployment has recorded, and always in a rehearsal. */
import { Effect } from "effect"
import { readDeployment } from "../../policy/deployment.ts"
import type { Window } from "../../policy/window.ts"
import { appConfig } from "./config.ts"
import type { Place } from "./place.ts"

export const windowHere = ({ mode }: Pick<Place, "mode">) =>
  Effect.map(readDeployment(appConfig), ({ window }): Window | "always" =>
    mode === "live" ? (window ?? "always") : "always",
  )
