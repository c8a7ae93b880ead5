/** Sends the answers of a survey without script through the same procedure as the script, and says where the child goes next. */
import { TRPCError } from "@trpc/server"
import { Effect } from "effect"
import type { DisplayForm } from "../../surveys/display-form.ts"
import type { PageState } from "./page-state.ts"
import { appRouter } from "./router.ts"
import type { Stored } from "./sealing-queue.ts"
import { SpentTokens } from "./spent-tokens.ts"
import { questionView, type Step, sendingView } from "./survey-step.ts"
import { refusedBy } from "./trpc.ts"

const refusedStep = (form: DisplayForm, state: PageState, error: unknown): Step => {
  if (!(error instanceof TRPCError)) return { to: "busy" }
  const { reason, question } = refusedBy(error)
  if (reason === "closed" || reason === "not-open-yet") return { to: "shut", state: reason }
  return question ? questionView(form, state, question) : sendingView(form, state, { kind: "try-again" })
}

const submit = async (form: DisplayForm, { token, answers }: PageState): Promise<Stored | undefined> => {
  let stored: Stored | undefined
  const caller = appRouter.createCaller({
    sender: "in-turn",
    stored: (outcome) => {
      stored = outcome
    },
  })
  await caller.submit({ form: form.id, token, answers })
  return stored
}

/** A token spent long ago leads to the start, or the next child would believe that their answers were sent. */
export const send = (form: DisplayForm, state: PageState): Effect.Effect<Step, never, SpentTokens> =>
  Effect.gen(function* () {
    const tokens = yield* SpentTokens
    const stored = yield* Effect.tryPromise(() => submit(form, state))
    if (stored === "already-stored" && !(yield* tokens.wasJustSpent(state.token))) return { to: "start" } as const
    yield* tokens.spend(state.token)
    return { to: "finished" } as const
  }).pipe(Effect.catch(({ cause }) => Effect.succeed(refusedStep(form, state, cause))))
