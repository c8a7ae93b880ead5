/** Defines two small lawful forms; each fixture in this folder breaks one of them in one way. */
import { optOutWords } from "../../policy/data/answer.ts"
import type { FormDraft } from "../../policy/data/form.ts"
import { agesOf } from "../../policy/data/form-scope.ts"
import { publicTask } from "../../policy/data/lawful-basis.ts"
import { question } from "../../surveys/authoring/question.ts"
import { aboutYou } from "../../surveys/characteristics/about-you.ts"
import { words9to12 } from "../../surveys/characteristics/words-9-12.ts"
import { notice4to5, noticeForParents } from "../../surveys/privacy-information/4-5.ts"
import { notice9to12 } from "../../surveys/privacy-information/9-12.ts"

export const page = <const Qs extends readonly unknown[]>(...questions: Qs) => ({ section: "only", questions }) as const

const options = [
  { key: "yes", words: "Yes" },
  { key: "no", words: "No" },
] as const

export const choice = { kind: "choice", category: "opinion", ask: "Do you?", options, optOut: optOutWords } as const
export const text = { kind: "text", category: "free-text", ask: "What else?", upTo: 300, optOut: optOutWords } as const

export const topicPages = [
  page(question({ ...choice, key: "life", topic: "life-now" })),
  page(question({ ...choice, key: "hopes", topic: "hopes" })),
  page(question({ ...choice, key: "barriers", topic: "barriers" })),
  page(question({ ...choice, key: "world", topic: "world-and-future" })),
] as const

const [age, gender, ethnicity, support, setting, school, homePostcode, localCouncil] = aboutYou(
  agesOf["9-12"],
  words9to12,
)
export const about = { age, gender, ethnicity, support, setting, school, homePostcode, localCouncil }
export const personPages = [age, gender, ethnicity, support] as const
export const placePages = [school, homePostcode, localCouncil] as const

const shared = { title: "Base", purpose: "childhood-commission", basis: publicTask } as const
const sections = [
  { key: "only", title: "Only" },
  { key: "about-you", title: "About you" },
] as const

export const lawful = {
  ...shared,
  id: "9-12",
  ages: agesOf["9-12"],
  privacy: { child: notice9to12 },
  sections,
  pages: [...topicPages, ...personPages, setting, ...placePages],
} as const satisfies FormDraft

export const childPages = [
  page(question({ ...choice, key: "likes-at-home", subject: "likes-at-home", respondent: "child" })),
  page(question({ ...choice, key: "likes-at-school", subject: "likes-at-school", respondent: "child" })),
  page(question({ ...choice, key: "wants-more-of", subject: "wants-more-of", respondent: "child" })),
] as const

export const parentPage = page(
  question({ ...text, key: "parent-hopes", subject: "parent-hopes", respondent: "parent" }),
)

export const lawfulEarlyYears = {
  ...shared,
  id: "4-5",
  ages: agesOf["4-5"],
  privacy: { child: notice4to5, parent: noticeForParents },
  sections,
  pages: [parentPage, ...childPages],
} as const satisfies FormDraft
