/** A survey at one of its views: the only part of a page that a script ever takes over. */
import type { JSX } from "solid-js"
import type { DisplayForm } from "../../surveys/display-form.ts"
import { Ending } from "./ending.tsx"
import { QuestionPage } from "./question-page.tsx"
import { Stopped } from "./stopped.tsx"
import { SurveyForm } from "./survey-form.tsx"
import type { View } from "./view.ts"
import { words } from "./words.ts"

const drawn = (form: DisplayForm, view: View): JSX.Element => {
  switch (view.at) {
    case "start":
      return <Start />
    case "question":
      return <QuestionPage form={form} view={view} />
    case "send":
      return <Ending view={view} />
    case "stopped":
      return <Stopped view={view} />
    default:
      return null
  }
}

export const Survey = (props: { readonly form: DisplayForm; readonly view: View }) => (
  <div class="survey">{drawn(props.form, props.view)}</div>
)

export const Start = () => (
  <SurveyForm>
    <div class="moving">
      <button type="submit" name="go" value="start" class="forward">
        {words.start}
      </button>
    </div>
  </SurveyForm>
)
