/** Parts what only leads to a question from what it asks: "Think about when you grow up." is set smaller. */
import type { DisplayQuestion } from "./display-form.ts"

export const leadOf = ({
  lead,
  ask,
}: Pick<DisplayQuestion, "lead" | "ask">): readonly [lead: string | undefined, ask: string] => {
  const end = ask.lastIndexOf(". ") + 1
  return lead !== undefined || end === 0 ? [lead, ask] : [ask.slice(0, end), ask.slice(end + 1)]
}
