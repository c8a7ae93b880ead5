/** Shows where one is in steps that a child can count: the pages of this part, and the parts to come. */
import { For } from "solid-js"
import type { DisplayForm } from "../../surveys/display-form.ts"
import { words } from "./words.ts"

interface ProgressProps {
  readonly form: DisplayForm
  readonly section: string
  readonly place: number
}

/** Every page of the part counts, asked or not: no answer may change the number. */
export const Progress = (props: ProgressProps) => {
  const { sections, pages } = props.form
  const part = sections.findIndex(({ key }) => key === props.section)
  const places = pages.flatMap(({ section }, place) => (section === props.section ? [place] : []))
  const step = places.indexOf(props.place)
  return (
    <p class="steps">
      <span class="track" aria-hidden="true">
        <For each={sections}>
          {(_, index) =>
            index() === part ? (
              <For each={places}>{(_, at) => <i class={at() < step ? "past" : at() === step ? "now" : ""} />}</For>
            ) : (
              <i class={index() < part ? "leg past" : "leg"} />
            )
          }
        </For>
      </span>
      <b>{sections[part]?.title}</b> {words.stepOf(step + 1, places.length)}
    </p>
  )
}
