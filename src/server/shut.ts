/** Decides whether the survey takes answers now; when it does not, the site says so kindly at every address. */
import { Effect, Result } from "effect"
import { type CollectionWindow, openToday, type WindowClosed } from "../../policy/window.ts"
import { closedPage } from "../pages/closed.tsx"
import { htmlResponse } from "../pages/document.tsx"
import { notOpenYetPage } from "../pages/not-open-yet.tsx"
import { type Channel, notClosing } from "./channel.ts"

type Shut = WindowClosed["state"]

/** Why the survey is shut now; `undefined` while it is open. */
export const shutNow: Effect.Effect<Shut | undefined, never, Channel | CollectionWindow> = Effect.map(
  Effect.result(Effect.andThen(notClosing, openToday)),
  (today) => (Result.isFailure(today) ? today.failure.state : undefined),
)

export const shut = (state: Shut): Response =>
  htmlResponse(state === "closed" ? closedPage() : notOpenYetPage(), { cache: "forward" })
