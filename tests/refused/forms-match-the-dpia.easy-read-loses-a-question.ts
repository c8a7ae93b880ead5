/** Refuses easy read without one of the questions. */

import { easyRead } from "../../surveys/authoring/easy-read.ts"
import { defineForm } from "../../surveys/authoring/form.ts"
import { aboutYouEasyRead } from "../../surveys/characteristics/words-easy-read.ts"
import { lawful } from "./lawful-base.ts"

const standard = defineForm(lawful)
const easyWords = {
  sentences: [{ words: "Do you?", picture: "star" }],
  options: { yes: { words: "Yes", picture: "star" }, no: { words: "No", picture: "star" } },
} as const
const age = {
  "9": easyWords.options.yes,
  "10": easyWords.options.yes,
  "11": easyWords.options.yes,
  "12": easyWords.options.yes,
  "13": easyWords.options.yes,
  "14": easyWords.options.yes,
  "15": easyWords.options.yes,
  "16": easyWords.options.yes,
  "17": easyWords.options.yes,
}
const topics = {
  life: easyWords,
  hopes: easyWords,
  barriers: easyWords,
  world: easyWords,
  age: { ...easyWords, options: age },
  ...aboutYouEasyRead,
} as const
const { barriers, ...fewer } = topics

export const form = defineForm(easyRead(standard, { title: "Easy", privacy: lawful.privacy.child, questions: fewer }))
