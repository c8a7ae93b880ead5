/** Mistakes in questions, each below the line that `npm run forms:check` must print for it. */

import { question } from "../../../surveys/authoring/question.ts"
import { substantialPublicInterest } from "../../../surveys/characteristics/condition.ts"
import { about, choice, text } from "../../refused/lawful-base.ts"

const { optOut, ...open } = choice
const { ask, ...silent } = choice

export const noOptOut = question({
  ...open,
  // → opt-out-on-every-question  give question "more" the opt-out "I don't want to say"
  key: "more",
  topic: "hopes",
})

export const otherOptOut = question({
  ...choice,
  // → opt-out-on-every-question  give question "more" the opt-out "I don't want to say"
  key: "more",
  topic: "hopes",
  optOut: "Skip this",
})

export const mistypedField = question({
  ...choice,
  key: "more",
  topic: "hopes",
  options: [
    { key: "yes", words: "Yes" },
    // → mistake  there is no field "wordz": did you mean "words"?
    { key: "no", wordz: "No" },
  ],
})

export const mistypedOptionalField = question({
  ...choice,
  key: "more",
  topic: "hopes",
  options: [
    { key: "yes", words: "Yes" },
    // → mistake  there is no field "picturez": did you mean "picture"?
    { key: "no", words: "No", picturez: "star" },
  ],
})

export const mistypedFieldOfTheQuestion = question({
  ...choice,
  key: "more",
  // → mistake  there is no field "topik": did you mean "topic"?
  topik: "hopes",
})

export const unknownTopic = question({
  ...choice,
  key: "more",
  // → mistake  "hopez" is not known here: did you mean "hopes"?
  topic: "hopez",
})

export const unknownKind = question({
  ...choice,
  key: "more",
  topic: "hopes",
  // → mistake  "choise" is not known here: did you mean "choice"?
  kind: "choise",
})

export const unknownPicture = question({
  ...choice,
  key: "more",
  topic: "hopes",
  options: [
    { key: "yes", words: "Yes", picture: "star" },
    // → mistake  "briefcaze" is not known here: did you mean "briefcase"?
    { key: "no", words: "No", picture: "briefcaze" },
  ],
})

export const duplicateOption = question({
  ...choice,
  key: "more",
  topic: "hopes",
  options: [
    { key: "yes", words: "Yes" },
    { key: "no", words: "No" },
    // → mistake  give each its own key: "yes" is used above
    { key: "yes", words: "Of course" },
  ],
})

export const duplicateRow = question({
  ...choice,
  kind: "grid",
  key: "more",
  topic: "hopes",
  rows: [
    { key: "home", words: "My home" },
    // → mistake  give each its own key: "home" is used above
    { key: "home", words: "My house" },
  ],
})

export const leftoverLimit = question({
  ...choice,
  key: "more",
  topic: "hopes",
  // → mistake  take out "upTo": this kind of question does not have it
  upTo: 5,
})

export const noLimit = question({
  ...choice,
  kind: "choices",
  // → mistake  give the question its "upTo"
  key: "more",
  topic: "hopes",
})

export const nothingAsked = question({
  ...silent,
  // → mistake  give the question its "ask"
  key: "more",
  topic: "hopes",
})

export const hiddenKey = question({
  ...choice,
  // → mistake  write the key out here
  key: "more" as string,
  topic: "hopes",
})

export const reservedKey = question({
  ...choice,
  // → mistake  choose another key: "gender" is a question about the child
  key: "gender",
  topic: "hopes",
})

export const twoRules = question({
  ...open,
  // → no-direct-identifiers  leave out question "name": it could identify a child
  // → opt-out-on-every-question  give question "name" the opt-out "I don't want to say"
  key: "name",
  topic: "hopes",
})

export const freeTextAsksWho = question({
  ...text,
  // → free-text-asks-no-personal-data  reword question "more", in words written out here, so that it does not ask who or where a child is
  key: "more",
  topic: "hopes",
  ask: "What is your name?",
})

export const noCondition = question({
  ...choice,
  key: "more",
  topic: "barriers",
  options: [
    { key: "well", words: "Well" },
    // → purpose-and-lawful-basis  give "ill" what it infers and its Article 9 condition with Schedule 1 and policy document, or for Article 10 unsettled("F17")
    { key: "ill", words: "Ill", infers: "health" },
  ],
})

const [gender] = about.gender.questions

export const unlistedOption = question({
  ...gender,
  // → approved-variables-only  question "gender" is not as the DPIA lists it: give its topic or characteristic, kind, category, purpose, benefit and only listed options
  key: "gender",
  options: [...gender.options, { key: "not-sure", words: "Not sure" }],
})

export const right = question({
  ...choice,
  key: "more",
  topic: "barriers",
  options: [{ key: "ill", words: "Ill", picture: "star", infers: "health", condition: substantialPublicInterest }],
})
