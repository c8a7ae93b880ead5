/** How much of a question's room is left, next to the way on, where it is in view. Script keeps it up to date. */
import { Show } from "solid-js"
import type { DisplayQuestion } from "../../surveys/display-form.ts"
import { words } from "./words.ts"

export const Limit = (props: { readonly question: DisplayQuestion }) => {
  const { kind, upTo, options = [] } = props.question
  const isCounted = kind === "text" || (upTo !== undefined && kind === "choices" && upTo < options.length)
  const said = () => (kind === "text" ? words.roomFor(upTo ?? 0) : words.upTo(upTo ?? 0))
  return (
    <Show when={isCounted}>
      <p class="limit" data-up-to={upTo} data-letters={kind === "text" ? "" : undefined} role="status">
        {said()}
      </p>
    </Show>
  )
}
