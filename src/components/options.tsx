/** The options of a choice, then "I don't know" and the opt-out, all drawn alike; a box for own words follows "other". */
import { For, Show } from "solid-js"
import type { WireAnswer } from "../../policy/data/answer.ts"
import type { DisplayOption, DisplayQuestion } from "../../surveys/display-form.ts"
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

/** How a set is laid out: many in two columns where there is room, and on a phone too where their words are few. */
const setOf = (options: readonly DisplayOption[]): "few" | "brief" | "many" => {
  const longest = Math.max(0, ...options.map(({ words }) => words.length))
  if (longest <= 16 && options.length > 4) return "brief"
  return options.length > 6 ? "many" : "few"
}

interface OptionsProps {
  readonly question: DisplayQuestion
  readonly answer: WireAnswer | undefined
  /** Words next to "other" that the answer does not contain. */
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
    <div class={pictured ? "options pictured" : "options"} data-set={setOf(options)}>
      <For each={options}>
        {(option) => (
          <>
            <Card
              type={type}
              name={name}
              value={option.key}
              words={option.words}
              picture={option.picture}
              chosen={chosen.includes(option.key)}
              part={option.own ? "own" : option.alone && "alone"}
            />
            <Show when={option.own}>
              <div class="own">
                <label for={`own-${question.key}`}>{words.ownWords}</label>
                <input
                  type="text"
                  id={`own-${question.key}`}
                  name={`own.${question.key}`}
                  value={ownWordsOf(answer) || (props.own ?? "")}
                  placeholder=" "
                  dir="auto"
                  maxlength={question.ownUpTo}
                  autocomplete="off"
                />
              </div>
            </Show>
          </>
        )}
      </For>
      <For each={decliningOf(question)}>
        {(each) => <Card type={type} name={name} {...each} chosen={chosen.includes(each.value)} part="alone" />}
      </For>
    </div>
  )
}

/** How much of a question's room is left, next to the way on, where it is in view. Script keeps it up to date. */
export const Limit = (props: { readonly question: DisplayQuestion; readonly answer: WireAnswer | undefined }) => {
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
