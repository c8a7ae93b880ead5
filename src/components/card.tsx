/** One thing to choose, as large as every other: the opt-out is drawn by this too. */
import { Show } from "solid-js"
import { Picture } from "./picture.tsx"

export interface CardProps {
  readonly type: "radio" | "checkbox"
  readonly name: string
  readonly value: string
  readonly words: string
  readonly picture?: string | undefined
  /** A second, smaller line. */
  readonly about?: string | undefined
  readonly chosen: boolean
  readonly part?: "alone" | "own" | undefined
}

export const Card = (props: CardProps) => (
  <label class="card">
    <input type={props.type} name={props.name} value={props.value} checked={props.chosen} data-part={props.part} />
    <span class="body">
      <Show when={props.picture}>{(name) => <Picture name={name()} />}</Show>
      <span class="words" data-say>
        {props.words}
        <Show when={props.about}>{(about) => <small>{about()}</small>}</Show>
      </span>
    </span>
  </label>
)
