/** Sends a survey without script in its turn: at once, or held for a while and asked of the browser again, and never refused. */
import { Effect } from "effect"
import type { DisplayForm } from "../../surveys/display-form.ts"
import { shellWords } from "../components/words.ts"
import type { PageState } from "./page-state.ts"
import { send } from "./send.ts"
import { Admission } from "./senders/admission.ts"
import type { Sender } from "./senders/senders.ts"
import { SpentTokens } from "./spent-tokens.ts"
import { type Step, sendingView } from "./survey-step.ts"

export const sendInTurn = Effect.fnUntraced(function* (
  form: DisplayForm,
  state: PageState,
  sender: Sender,
): Effect.fn.Return<Step, never, Admission | SpentTokens> {
  const tokens = yield* SpentTokens
  const turn = yield* (yield* Admission).awaitTurn(sender, state.token)
  // Send was pressed twice, and the other request had its turn meanwhile.
  if (yield* tokens.isSpent(state.token)) return { to: "finished" }
  switch (turn) {
    case "now":
      return yield* send(form, state)
    case "again":
      return { to: "again" }
    case "later":
      return sendingView(form, state, { kind: "wait", words: shellWords.manySending })
  }
})
