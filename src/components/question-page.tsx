/** One page of questions; the heading is the question itself where there is only one. */
import { For, Show } from "solid-js"
import type { DisplayForm } from "../../surveys/display-form.ts"
import { Limit } from "./limit.tsx"
import { Moving } from "./moving.tsx"
import { noteForPage } from "./note.ts"
import { Progress } from "./progress.tsx"
import { Question } from "./question.tsx"
import { SurveyForm } from "./survey-form.tsx"
import type { QuestionView } from "./view.ts"

export const QuestionPage = (props: { readonly form: DisplayForm; readonly view: QuestionView }) => {
  const { stop, answers, sealed, note, own, found, sought } = props.view
  const alone = stop.questions.length === 1
  const title = props.form.sections.find(({ key }) => key === stop.section)?.title
  return (
    <SurveyForm sealed={sealed}>
      <Progress form={props.form} section={stop.section} place={stop.place} />
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
            sought={sought?.[question.key]}
            alone={alone}
          />
        )}
      </For>
      <Moving forward="next">
        <For each={stop.questions}>{(question) => <Limit question={question} />}</For>
      </Moving>
    </SurveyForm>
  )
}
