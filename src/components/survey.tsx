/** A survey at one of its views: the only part of a page that a script ever takes over. */
import type { JSX } from "solid-js"
import type { AskedForm } from "../../surveys/asked.ts"
import { Ending } from "./ending.tsx"
import { QuestionPage } from "./question-page.tsx"
import { Start } from "./start.tsx"
import type { View } from "./view.ts"

const drawn = (form: AskedForm, view: View): JSX.Element => {
  switch (view.at) {
    case "start":
      return <Start />
    case "question":
      return <QuestionPage form={form} view={view} />
    case "send":
      return <Ending form={form} view={view} />
    default:
      return null
  }
}

export const Survey = (props: { readonly form: AskedForm; readonly view: View }) => (
  <div class="survey">{drawn(props.form, props.view)}</div>
)
