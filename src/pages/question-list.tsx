/** Every question of a form with why it is asked and what good that does, taken from the form itself. */
import { For, Show } from "solid-js"
import type { Form } from "../../policy/data/form.ts"
import { bandOf } from "../components/band.ts"
import { formName } from "./band-notices.tsx"

const ofTopic = "To tell the Childhood Commission what children think and what they need."

export const QuestionList = (props: { readonly form: Form }) => (
  <details class={bandOf[props.form.id].hue}>
    <summary>{formName(props.form)}</summary>
    <ul class="asked">
      <For each={props.form.pages.flatMap(({ questions }) => questions)}>
        {(question) => (
          <li>
            <strong>{question.ask}</strong> {question.purpose ?? ofTopic} {question.benefit}
            <Show when={question.askedWhen}>
              <em> Asked only of a child who lives in the community, never in a secure setting.</em>
            </Show>
            <Show when={question.askedUnless}>
              <em> Left out when a postcode was given.</em>
            </Show>
          </li>
        )}
      </For>
    </ul>
  </details>
)
