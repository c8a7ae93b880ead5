/** Sends a script-less survey through tRPC's caller, and says where the child goes next. */
import { TRPCError } from "@trpc/server"
import type { Outcome } from "../../db/collection/append.ts"
import type { AskedForm } from "../../surveys/asked.ts"
import type { PageState } from "./page-state.ts"
import { spend, wasJustSpent } from "./recent.ts"
import { appRouter } from "./router.ts"
import { questionView, type Step, sendingView } from "./survey-step.ts"
import { refusedBy } from "./trpc.ts"

const refusedStep = (form: AskedForm, state: PageState, error: unknown): Step => {
  if (!(error instanceof TRPCError)) return { to: "busy" }
  const { reason, question } = refusedBy(error)
  if (reason === "closed" || reason === "not-open-yet") return { to: "shut", state: reason }
  return question ? questionView(form, state, question) : sendingView(form, state, { kind: "try-again" })
}

/** A token spent long ago goes to the start, or the next child would believe that theirs was sent. */
export const send = async (form: AskedForm, state: PageState, now: number): Promise<Step> => {
  const { token, answers } = state
  let outcome: Outcome | undefined
  const caller = appRouter.createCaller({
    stored: (told) => {
      outcome = told
    },
  })
  try {
    await caller.submit({ form: form.id, token, answers })
  } catch (error) {
    return refusedStep(form, state, error)
  }
  if (outcome === "already-stored" && !wasJustSpent(token, now)) return { to: "start" }
  spend(token, now)
  return { to: "finished" }
}
