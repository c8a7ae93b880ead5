/** The options of a choice, then "I don't know" and the opt-out, all drawn alike; a box for own words follows "other". */
import { For, Show } from "solid-js"
import type { WireAnswer } from "../../policy/data/answer.ts"
import type { DisplayOption, DisplayQuestion } from "../../surveys/display-form.ts"
import { Card } from "./card.tsx"
import { cardSetOf } from "./card-set.ts"
import { decliningOf } from "./declining.ts"
import { words } from "./words.ts"

/** The keys an answer holds; own words stand for the option that opens the box. */
const keysOf = (answer: WireAnswer | undefined, own: string | undefined): readonly string[] =>
  (Array.isArray(answer) ? answer : [answer]).flatMap((each) => {
    if (typeof each === "string") return [each]
    return own !== undefined && each instanceof Object && "other" in each ? [own] : []
  })

const ownWordsOf = (answer: WireAnswer | undefined): string => {
  const held = (Array.isArray(answer) ? answer : [answer]).find((each) => each instanceof Object && "other" in each)
  return held instanceof Object && "other" in held ? held.other : ""
}

interface OptionsProps {
  readonly question: DisplayQuestion
  readonly answer: WireAnswer | undefined
  /** Words next to "other" that the answer does not contain. */
  readonly own: string | undefined
}

interface CardsProps extends OptionsProps {
  readonly options: readonly DisplayOption[]
  readonly chosen: readonly string[]
}

const typeOf = ({ kind }: DisplayQuestion): "checkbox" | "radio" => (kind === "choices" ? "checkbox" : "radio")

const Cards = (props: CardsProps) => (
  <For each={props.options}>
    {(option) => (
      <>
        <Card
          type={typeOf(props.question)}
          name={`q.${props.question.key}`}
          value={option.key}
          words={option.words}
          picture={option.picture}
          chosen={props.chosen.includes(option.key)}
          part={option.own ? "own" : option.alone && "alone"}
        />
        <Show when={option.own}>
          <div class="own">
            <label for={`own-${props.question.key}`}>{words.ownWords}</label>
            <input
              type="text"
              id={`own-${props.question.key}`}
              name={`own.${props.question.key}`}
              value={ownWordsOf(props.answer) || (props.own ?? "")}
              placeholder=" "
              dir="auto"
              maxlength={props.question.ownUpTo}
              autocomplete="off"
            />
          </div>
        </Show>
      </>
    )}
  </For>
)

/** The rest of a long list opens on the same page, without script too; what was chosen there is in sight. */
const Further = (props: CardsProps) => (
  <details
    class="further"
    open={props.own !== undefined || props.options.some(({ key }) => props.chosen.includes(key))}
  >
    <summary class="card">
      <span class="body" data-say>
        {words.otherHomes}
      </span>
    </summary>
    <div class="inside">
      <Cards {...props} />
    </div>
  </details>
)

export const Options = (props: OptionsProps) => {
  const { question, answer } = props
  const options = question.options ?? []
  const usual = question.usual ?? options.length
  const chosen = keysOf(answer, options.find((option) => option.own)?.key)
  const pictured = options.some((option) => option.picture)
  return (
    <div class={pictured ? "options pictured" : "options"} data-set={cardSetOf(question)}>
      <Cards {...props} options={options.slice(0, usual)} chosen={chosen} />
      <Show when={usual < options.length}>
        <Further {...props} options={options.slice(usual)} chosen={chosen} />
      </Show>
      <For each={decliningOf(question)}>
        {(each) => (
          <Card
            type={typeOf(question)}
            name={`q.${question.key}`}
            {...each}
            chosen={chosen.includes(each.value)}
            part="alone"
          />
        )}
      </For>
    </div>
  )
}
