/** Outside its window the site says kindly that it is not open, by every way in. */
import { Effect, Exit, Result } from "effect"
import { openToday, type WindowClosed } from "../../policy/window.ts"
import { htmlResponse } from "../document.tsx"
import { closedPage } from "../pages/closed.tsx"
import { notOpenYetPage } from "../pages/not-open-yet.tsx"
import { run } from "./services.ts"

type Shut = WindowClosed["state"]

/** Why the survey is shut now; `undefined` while it is open. */
export const shutNow = async (): Promise<Shut | undefined> => {
  const exit = await run(Effect.result(openToday))
  if (Exit.isFailure(exit)) return "closed"
  return Result.isFailure(exit.value) ? exit.value.failure.state : undefined
}

export const shut = (state: Shut): Response =>
  htmlResponse(state === "closed" ? closedPage() : notOpenYetPage(), { cache: "forward" })
