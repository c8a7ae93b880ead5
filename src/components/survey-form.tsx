/** The one form of a page: it posts to its own address, and carries what the server sealed. */
import { type JSX, Show } from "solid-js"

/** For what belongs to the form and is drawn elsewhere on the page. */
export const formId = "answers"

/**
 * Without script the browser's Back shows a page again as it was left, for as long as no ending has cleared it (ADR 0030). With script
 * the page holds the answers itself.
 */
export const SurveyForm = (props: { readonly sealed?: string | undefined; readonly children: JSX.Element }) => (
  <form id={formId} method="post" autocomplete={props.sealed ? undefined : "off"} novalidate>
    <Show when={props.sealed}>{(sealed) => <input type="hidden" name="sealed" value={sealed()} />}</Show>
    {props.children}
  </form>
)
