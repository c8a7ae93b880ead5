/** One choice a row, each row with its own opt-out, and one opt-out for the whole. */
import { For, Show } from "solid-js"
import { preferNotToSay, type WireAnswer } from "../../policy/data/answer.ts"
import type { AskedQuestion } from "../../surveys/asked.ts"
import { Card } from "./card.tsx"
import { decliningOf } from "./declining.ts"
import { Picture } from "./picture.tsx"
import { words } from "./words.ts"

const rowAnswer = (answer: WireAnswer | undefined, row: string): string | undefined =>
  answer instanceof Object && !Array.isArray(answer) ? (answer as Readonly<Record<string, string>>)[row] : undefined

export const Grid = (props: { readonly question: AskedQuestion; readonly answer: WireAnswer | undefined }) => {
  const { question, answer } = props
  const cells = [
    ...(question.options ?? []).map(({ key, ...rest }) => ({ value: key, ...rest })),
    ...decliningOf(question),
  ]
  const pictured = cells.some((cell) => cell.picture)
  return (
    <>
      <For each={question.rows ?? []}>
        {(row) => (
          <fieldset class="row">
            <legend class="row-words">
              <Show when={row.picture}>{(name) => <Picture name={name()} size={40} />}</Show>
              <span data-say>{row.words}</span>
            </legend>
            <div class={pictured ? "cells" : "cells plain"} data-cells={cells.length}>
              <For each={cells}>
                {(cell) => (
                  <Card
                    type="radio"
                    name={`q.${question.key}.${row.key}`}
                    value={cell.value}
                    words={cell.words}
                    picture={cell.picture}
                    chosen={rowAnswer(answer, row.key) === cell.value}
                  />
                )}
              </For>
            </div>
          </fieldset>
        )}
      </For>
      <div class="options whole">
        <Card
          type="checkbox"
          name={`q.${question.key}`}
          value={preferNotToSay}
          words={question.optOut}
          about={words.forAll}
          chosen={answer === preferNotToSay}
          part="declines"
        />
      </div>
    </>
  )
}
