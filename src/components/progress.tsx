/** Where one is in the form, by the names of its sections; never a percentage, since the number of pages may change. */
import { For, Show } from "solid-js"
import type { Section } from "../../policy/data/form.ts"
import { words } from "./words.ts"

export const Progress = (props: { readonly sections: readonly Section[]; readonly at: string }) => {
  const place = props.sections.findIndex(({ key }) => key === props.at)
  return (
    <ol class="progress" aria-label={words.whereYouAre}>
      <For each={props.sections}>
        {(section, index) => (
          <li class={index() < place ? "past" : undefined} aria-current={index() === place ? "step" : undefined}>
            <span>{section.title}</span>
            <Show when={index() < place}>
              <span class="unseen"> {words.done}</span>
            </Show>
          </li>
        )}
      </For>
    </ol>
  )
}
