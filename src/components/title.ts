/** What the browser's tab says: where one is, and never what was answered. */
import type { DisplayForm } from "../../surveys/display-form.ts"
import type { View } from "./view.ts"
import { words } from "./words.ts"

const place = (form: DisplayForm, view: View): readonly string[] => {
  switch (view.at) {
    case "question": {
      const section = form.sections.find(({ key }) => key === view.stop.section)?.title ?? ""
      const [first] = view.stop.questions
      return [...(view.note ? [words.changeThis] : []), first?.ask ?? "", section]
    }
    case "send":
      return view.sending ? [words.sending] : [...(view.note ? [words.changeThis] : []), words.atTheEnd]
    case "stopped":
      return [view.away ? words.areYouThere : words.youStopped]
    default:
      return []
  }
}

export const titleOf = (form: DisplayForm, view: View): string => [...place(form, view), form.title].join(" · ")
