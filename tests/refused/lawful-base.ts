/** Two small forms that every rule lets pass; each fixture beside this file breaks one of them in one way. */
import { optOutWords } from "../../policy/data/answer.ts"
import type { FormDraft } from "../../policy/data/form.ts"
import { agesOf } from "../../policy/data/form-scope.ts"
import { publicTask } from "../../policy/data/lawful-basis.ts"
import type { QuestionDraft } from "../../policy/data/question.ts"
import { words9to12 } from "../../surveys/characteristics/words-9-12.ts"
import { aboutYou } from "../../surveys/characteristics.ts"
import { notice4to5, noticeForParents } from "../../surveys/privacy-information/4-5.ts"
import { notice9to12 } from "../../surveys/privacy-information/9-12.ts"

export const page = <const Qs extends readonly QuestionDraft[]>(...questions: Qs) =>
  ({ section: "only", questions }) as const

const options = [
  { key: "yes", words: "Yes" },
  { key: "no", words: "No" },
] as const

export const choice = { kind: "choice", category: "opinion", ask: "Do you?", options, optOut: optOutWords } as const
export const text = { kind: "text", category: "free-text", ask: "What else?", upTo: 300, optOut: optOutWords } as const

export const topicPages = [
  page({ ...choice, key: "life", topic: "life-now" }),
  page({ ...choice, key: "hopes", topic: "hopes" }),
  page({ ...choice, key: "barriers", topic: "barriers" }),
  page({ ...choice, key: "world", topic: "world-and-future" }),
] as const

const [age, gender, ethnicity, support, setting, school, homePostcode, localCouncil] = aboutYou(
  agesOf["9-12"],
  words9to12,
)
export const about = { age, gender, ethnicity, support, setting, school, homePostcode, localCouncil }
export const personPages = [age, gender, ethnicity, support] as const
export const placePages = [school, homePostcode, localCouncil] as const

const shared = { title: "Base", purpose: "childhood-commission", basis: publicTask } as const
const sections = [{ key: "only", title: "Only" }] as const

export const lawful = {
  ...shared,
  id: "9-12",
  ages: agesOf["9-12"],
  privacy: { child: notice9to12 },
  sections,
  pages: [...topicPages, ...personPages, setting, ...placePages],
} as const satisfies FormDraft

export const childPages = [
  page({ ...choice, key: "likes-at-home", subject: "likes-at-home", respondent: "child" }),
  page({ ...choice, key: "likes-at-school", subject: "likes-at-school", respondent: "child" }),
  page({ ...choice, key: "wants-more-of", subject: "wants-more-of", respondent: "child" }),
] as const

export const parentPage = page({ ...text, key: "parent-hopes", subject: "parent-hopes", respondent: "parent" })

export const lawfulEarlyYears = {
  ...shared,
  id: "4-5",
  ages: agesOf["4-5"],
  privacy: { child: notice4to5, parent: noticeForParents },
  sections,
  pages: [parentPage, ...childPages],
} as const satisfies FormDraft
