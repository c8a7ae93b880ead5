/** Easy read with a question of its own. */
import { aboutYouEasyRead } from "../../surveys/characteristics/words-easy-read.ts"
import { easyRead } from "../../surveys/easy-read.ts"
import { defineForm } from "../../surveys/form.ts"
import { lawful } from "./lawful-base.ts"

const standard = defineForm(lawful)
const said = {
  sentences: [{ words: "Do you?", picture: "star" }],
  options: { yes: { words: "Yes", picture: "star" }, no: { words: "No", picture: "star" } },
} as const
const age = { "9": said.options.yes, "10": said.options.yes, "11": said.options.yes, "12": said.options.yes }
const topics = {
  life: said,
  hopes: said,
  barriers: said,
  world: said,
  age: { ...said, options: age },
  ...aboutYouEasyRead,
} as const

export const form = defineForm(
  easyRead(standard, { title: "Easy", privacy: lawful.privacy.child, questions: { ...topics, extra: said } }),
)
