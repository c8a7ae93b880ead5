/** One page of questions; the heading is the question itself where there is only one. */
import { For, Show } from "solid-js"
import type { AskedForm } from "../../surveys/asked.ts"
import { HelpLines } from "./help-lines.tsx"
import { Moving } from "./moving.tsx"
import { noteForPage } from "./note.ts"
import { Progress } from "./progress.tsx"
import { Question } from "./question.tsx"
import { SurveyForm } from "./survey-form.tsx"
import type { QuestionView } from "./view.ts"

/** Browsers let Enter press a form's first button: without this it would search again and again. */
const PressedByEnter = () => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: tabindex -1 takes it out of reach; the visible Next says the same.
  <input type="submit" name="go" value="next" class="unseen" tabindex="-1" aria-hidden="true" />
)

export const QuestionPage = (props: { readonly form: AskedForm; readonly view: QuestionView }) => {
  const { stop, answers, sealed, note, own, found } = props.view
  const alone = stop.questions.length === 1
  const title = props.form.sections.find(({ key }) => key === stop.section)?.title
  const writes = stop.questions.some(
    ({ kind, options }) => kind === "text" || (options?.some((option) => option.own) ?? false),
  )
  return (
    <>
      <Progress sections={props.form.sections} at={stop.section} />
      <SurveyForm sealed={sealed}>
        <Show when={stop.questions.some(({ kind }) => kind === "school" || kind === "council")}>
          <PressedByEnter />
        </Show>
        <Show when={noteForPage(note)}>
          {(said) => (
            <p class="note" tabindex="-1">
              {said()}
            </p>
          )}
        </Show>
        <Show when={!alone}>
          <h1 class="page-title" tabindex="-1">
            {title}
          </h1>
        </Show>
        <For each={stop.questions}>
          {(question) => (
            <Question
              question={question}
              answer={answers[question.key]}
              note={note}
              own={note && "question" in note && note.question === question.key ? own : undefined}
              found={found?.[question.key]}
              alone={alone}
            />
          )}
        </For>
        <Moving forward="next" />
      </SurveyForm>
      <Show when={writes}>
        <HelpLines form={props.form.id} />
      </Show>
    </>
  )
}
