/** The options of a choice, then "I don't know" and the opt-out, all drawn alike; a box for own words follows "other". */
import { For, Show } from "solid-js"
import type { WireAnswer } from "../../policy/data/answer.ts"
import type { AskedQuestion } from "../../surveys/asked.ts"
import { Card } from "./card.tsx"
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
  readonly question: AskedQuestion
  readonly answer: WireAnswer | undefined
  /** Words beside "other" that the answer does not hold. */
  readonly own: string | undefined
}

export const Options = (props: OptionsProps) => {
  const { question, answer } = props
  const options = question.options ?? []
  const own = options.find((option) => option.own)
  const chosen = keysOf(answer, own?.key)
  const type = question.kind === "choices" ? "checkbox" : "radio"
  const name = `q.${question.key}`
  const pictured = options.some((option) => option.picture)
  return (
    <>
      <div class={pictured ? "options pictured" : "options"} data-many={options.length > 6 ? "" : undefined}>
        <For each={options}>
          {(option) => (
            <Card
              type={type}
              name={name}
              value={option.key}
              words={option.words}
              picture={option.picture}
              chosen={chosen.includes(option.key)}
              part={option.own && "own"}
            />
          )}
        </For>
        <For each={decliningOf(question)}>
          {(each) => <Card type={type} name={name} {...each} chosen={chosen.includes(each.value)} part="declines" />}
        </For>
      </div>
      <Show when={question.upTo !== undefined && question.upTo < options.length}>
        <p class="limit" data-up-to={question.upTo} role="status" />
      </Show>
      <Show when={own}>
        <div class="own">
          <label for={`own-${question.key}`}>{words.ownWords}</label>
          <input
            type="text"
            id={`own-${question.key}`}
            name={`own.${question.key}`}
            value={ownWordsOf(answer) || (props.own ?? "")}
            placeholder=" "
            maxlength={question.ownUpTo}
            autocomplete="off"
          />
        </div>
      </Show>
    </>
  )
}
