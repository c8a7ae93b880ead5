/** The last page before sending: no summary of answers, since someone may be looking. */
import { Show } from "solid-js"
import { Moving } from "./moving.tsx"
import { noteForPage } from "./note.ts"
import { SurveyForm } from "./survey-form.tsx"
import type { View } from "./view.ts"
import { words } from "./words.ts"

export const Ending = (props: { readonly view: Extract<View, { at: "send" }> }) => {
  const { sealed, note, sending } = props.view
  const closed = note?.kind === "closed"
  const said = noteForPage(note)
  return (
    <>
      <Show when={sending}>
        <div class="bubble" role="status">
          <h1 class="ask" tabindex="-1">
            {words.sending}
          </h1>
          <p>{words.pleaseWait}</p>
        </div>
      </Show>
      <Show when={!sending && closed}>
        <div class="bubble">
          <h1 class="ask" tabindex="-1">
            {said}
          </h1>
        </div>
      </Show>
      <Show when={!sending && !closed}>
        <SurveyForm sealed={sealed}>
          <div class="bubble">
            <h1 class="ask" tabindex="-1" data-say>
              {words.atTheEnd}
            </h1>
          </div>
          <button type="button" class="read">
            {words.readAloud}
          </button>
          <Show when={said}>
            <p class="note" tabindex="-1">
              {said}
            </p>
          </Show>
          <ul class="say">
            <li data-say>{words.sendNow}</li>
            <li data-say>{words.orGoBack}</li>
            <li data-say>{words.orStop}</li>
          </ul>
          <Moving forward="send" />
        </SurveyForm>
      </Show>
    </>
  )
}
