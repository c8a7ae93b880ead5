/** One row of a grid: a single choice with its own opt-out. */
import { For } from "solid-js"
import type { WireAnswer } from "../../policy/data/answer.ts"
import type { DisplayQuestion } from "../../surveys/display-form.ts"
import { Card } from "./card.tsx"
import { decliningOf } from "./declining.ts"

const rowAnswer = (answer: WireAnswer | undefined, row: string): string | undefined =>
  answer instanceof Object && !Array.isArray(answer) ? (answer as Readonly<Record<string, string>>)[row] : undefined

export const Grid = (props: { readonly question: DisplayQuestion; readonly answer: WireAnswer | undefined }) => {
  const { question, answer } = props
  const cells = [
    ...(question.options ?? []).map(({ key, ...rest }) => ({ value: key, ...rest })),
    ...decliningOf(question),
  ]
  const set = question.options?.some(({ picture }) => picture) ? "faces" : "scale"
  return (
    <For each={question.rows ?? []}>
      {(row) => (
        <div class="options" data-set={set}>
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
      )}
    </For>
  )
}
