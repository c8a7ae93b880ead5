/** What the browser's tab says: where one is, and never what was answered. */
import type { AskedForm } from "../../surveys/asked.ts"
import type { View } from "./view.ts"
import { words } from "./words.ts"

const place = (form: AskedForm, view: View): readonly string[] => {
  switch (view.at) {
    case "question": {
      const section = form.sections.find(({ key }) => key === view.stop.section)?.title ?? ""
      const [first] = view.stop.questions
      return [...(view.note ? [words.changeThis] : []), first?.ask ?? "", section]
    }
    case "send":
      return view.sending ? [words.sending] : [...(view.note ? [words.changeThis] : []), words.atTheEnd]
    default:
      return []
  }
}

export const titleOf = (form: AskedForm, view: View): string => [...place(form, view), form.title].join(" · ")
