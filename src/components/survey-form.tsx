/** The one form of a page: it posts to its own address, and carries what the server sealed. */
import { type JSX, Show } from "solid-js"

export const SurveyForm = (props: { readonly sealed?: string | undefined; readonly children: JSX.Element }) => (
  <form method="post" autocomplete="off" novalidate>
    <Show when={props.sealed}>{(sealed) => <input type="hidden" name="sealed" value={sealed()} />}</Show>
    {props.children}
  </form>
)
