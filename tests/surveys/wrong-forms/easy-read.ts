/** Mistakes in easy-read forms, each below the line that `npm run forms:check` must print for it. */
import { easyRead } from "../../../surveys/authoring/easy-read.ts"
import { defineForm } from "../../../surveys/authoring/form.ts"
import { question } from "../../../surveys/authoring/question.ts"
import { aboutYouEasyRead } from "../../../surveys/characteristics/words-easy-read.ts"
import { choice, lawful, page, text } from "../../refused/lawful-base.ts"

const { optOut, ...open } = choice
const more = page(question({ ...text, key: "more", topic: "hopes" }))
const standard = defineForm({ ...lawful, pages: [more, ...lawful.pages] })
const privacy = lawful.privacy.child

const yes = { words: "Yes", picture: "star" } as const
const yesOrNo = { sentences: [{ words: "Do you?", picture: "star" }], options: { yes, no: yes } } as const
const freeText = { sentences: [{ words: "What else?", picture: "pencil" }] } as const
const older = { "13": yes, "14": yes, "15": yes, "16": yes, "17": yes } as const
const age = { ...yesOrNo, options: { "9": yes, "10": yes, "11": yes, "12": yes, ...older } }
const words = {
  life: yesOrNo,
  hopes: yesOrNo,
  barriers: yesOrNo,
  world: yesOrNo,
  more: freeText,
  age,
  ...aboutYouEasyRead,
} as const
const { barriers, ...fewer } = words

export const right = defineForm(easyRead(standard, { title: "Easy", privacy, questions: words }))

export const lostQuestion = defineForm(
  easyRead(standard, {
    // → forms-match-the-dpia  give question "barriers" of form 9-12 its easy words and pictures
    title: "Easy",
    privacy,
    questions: fewer,
  }),
)

export const gainedQuestion = defineForm(
  easyRead(standard, {
    title: "Easy",
    privacy,
    questions: {
      ...words,
      // → forms-match-the-dpia  take out "extra": the standard form does not ask it
      extra: yesOrNo,
    },
  }),
)

export const lostOption = defineForm(
  easyRead(standard, {
    title: "Easy",
    privacy,
    questions: {
      ...words,
      hopes: {
        sentences: [{ words: "Do you?", picture: "star" }],
        options: {
          // → forms-match-the-dpia  give "no" its easy words and picture
          yes: { words: "Yes", picture: "star" },
        },
      },
    },
  }),
)

export const gainedOption = defineForm(
  easyRead(standard, {
    title: "Easy",
    privacy,
    questions: {
      ...words,
      hopes: {
        sentences: [{ words: "Do you?", picture: "star" }],
        options: {
          yes: { words: "Yes", picture: "star" },
          no: { words: "No", picture: "star" },
          // → forms-match-the-dpia  take out "perhaps": the standard question does not have it
          perhaps: { words: "Perhaps", picture: "star" },
        },
      },
    },
  }),
)

export const noOptions = defineForm(
  easyRead(standard, {
    title: "Easy",
    privacy,
    questions: {
      ...words,
      hopes: {
        // → forms-match-the-dpia  give the options of question "hopes" their easy words and pictures
        sentences: [{ words: "Do you?", picture: "star" }],
      },
    },
  }),
)

export const asksWho = defineForm(
  easyRead(standard, {
    title: "Easy",
    privacy,
    questions: {
      ...words,
      more: {
        sentences: [
          { words: "What else?", picture: "pencil" },
          // → free-text-asks-no-personal-data  reword question "more", in words written out here, so that it does not ask who or where a child is
          { words: "Write your name.", picture: "pencil" },
        ],
      },
    },
  }),
)

export const hint = defineForm(
  easyRead(standard, {
    title: "Easy",
    privacy,
    questions: {
      ...words,
      more: {
        sentences: [{ words: "What else?", picture: "pencil" }],
        // → mistake  take out "hint": easy read has only sentences, options and rows
        hint: "A little or a lot.",
      },
    },
  }),
)

export const unknownPicture = defineForm(
  easyRead(standard, {
    title: "Easy",
    privacy,
    questions: {
      ...words,
      more: {
        // → mistake  "pencl" is not known here: did you mean "pencil"?
        sentences: [{ words: "What else?", picture: "pencl" }],
      },
    },
  }),
)

const refusedForm = defineForm({
  ...lawful,
  pages: [
    page(
      question({
        ...open,
        // → opt-out-on-every-question  give question "more" the opt-out "I don't want to say"
        key: "more",
        topic: "hopes",
      }),
    ),
    ...lawful.pages,
  ],
})

export const reportedOnce = defineForm(easyRead(refusedForm, { title: "Easy", privacy, questions: words }))
