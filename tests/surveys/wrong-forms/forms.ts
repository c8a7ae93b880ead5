/** Mistakes in forms, each below the line that `npm run forms:check` must print for it. */
import { defineForm, pagesInOrder } from "../../../surveys/authoring/form.ts"
import { question } from "../../../surveys/authoring/question.ts"
import {
  about,
  childPages,
  choice,
  lawful,
  lawfulEarlyYears,
  page,
  parentPage,
  personPages,
  placePages,
  text,
  topicPages,
} from "../../refused/lawful-base.ts"

const { optOut, ...open } = choice
const [, ...laterTopics] = topicPages

export const unknownSection = defineForm({
  ...lawful,
  pages: [
    { section: "only", questions: [question({ ...choice, key: "first", topic: "hopes" })] },
    // → mistake  "about-yuo" is not known here: did you mean "about-you"?
    { section: "about-yuo", questions: [question({ ...choice, key: "second", topic: "hopes" })] },
    // → mistake  "hopes" is not known here: choose "about-you" or "only"
    { section: "hopes", questions: [question({ ...choice, key: "third", topic: "hopes" })] },
    ...lawful.pages,
  ],
})

export const mistypedFieldOfAPage = defineForm({
  ...lawful,
  pages: [
    {
      // → mistake  there is no field "sectoin": did you mean "section"?
      sectoin: "only",
      questions: [question({ ...choice, key: "first", topic: "hopes" })],
    },
    ...lawful.pages,
  ],
})

export const mistypedFieldOfAForm = defineForm({
  ...lawful,
  // → mistake  there is no field "derived": did you mean "derivedFrom"?
  derived: "9-12",
})

export const duplicateQuestion = defineForm({
  ...lawful,
  pages: [
    page(question({ ...choice, key: "first", topic: "hopes" })),
    // → mistake  give each its own key: "first" is used above
    page(question({ ...choice, key: "first", topic: "hopes" })),
    ...lawful.pages,
  ],
})

export const notCheckedAlone = defineForm({
  ...lawful,
  pages: [
    {
      section: "only",
      questions: [
        {
          ...open,
          // → opt-out-on-every-question  give question "first" the opt-out "I don't want to say"
          key: "first",
          topic: "hopes",
        },
      ],
    },
    ...lawful.pages,
  ],
})

export const reportedOnce = defineForm({
  ...lawful,
  pages: [
    page(
      question({
        ...open,
        // → opt-out-on-every-question  give question "first" the opt-out "I don't want to say"
        key: "first",
        topic: "hopes",
      }),
    ),
    ...topicPages,
  ],
})

export const postcodeBeforeSetting = defineForm({
  ...lawful,
  pages: [
    // → no-postcode-in-secure-settings  ask where the child lives on a page before "home-postcode", and give it askedWhen: "community-setting"
    about.homePostcode,
    about.setting,
    about.school,
    about.localCouncil,
    ...topicPages,
    ...personPages,
  ],
})

export const sharedPages = pagesInOrder([
  // → no-school-in-secure-settings  ask where the child lives on a page before "school", and give it askedWhen: "community-setting"
  about.school,
  about.setting,
])

export const sharedPagesReportedOnce = defineForm({ ...lawful, pages: [...topicPages, ...sharedPages] })

export const youngChildWrites = defineForm({
  ...lawfulEarlyYears,
  pages: [
    // → free-text-asks-no-personal-data  take the free text out of question "more", or ask it of the parent: a child of 4 or 5 only taps choices
    page(question({ ...text, key: "more", subject: "wants-more-of", respondent: "child" })),
    parentPage,
    ...childPages,
  ],
})

export const seventhForm = defineForm({
  ...lawful,
  // → forms-match-the-dpia  "18-25" is not one of the six forms
  id: "18-25",
})

export const droppedTopic = defineForm({
  ...lawful,
  // → forms-match-the-dpia  form 9-12 must also ask "life-now"
  id: "9-12",
  pages: [...laterTopics, ...personPages, about.setting, ...placePages],
})

export const anotherPurpose = defineForm({
  ...lawful,
  // → purpose-and-lawful-basis  give the form its purpose and its Article 6 basis
  id: "9-12",
  purpose: "business-plan",
})

export const noNotice = defineForm({
  ...lawful,
  // → privacy-information-first  say "why" in the privacy information; the 4-5 form also needs the parent's
  id: "9-12",
  privacy: { child: { ...lawful.privacy.child, why: [] } },
})
