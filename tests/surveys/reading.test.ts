/**
 * Checks that every text of a form is as easy to read as its band needs, as far as formulas can measure it:
 * - sentence length: the longest sentence of every text; an option or a title without a full stop is one sentence;
 * - grade: of each question (its ask and hint), of each part of a notice, of the notice as a whole,
 *   and of the form as a whole with its options, rows and titles. A single option is too short to grade, and some are
 *   the DPIA's own terms ("young offender institution"): they count towards the form.
 * Spache (revised, 1974) counts unfamiliar words once each; `knownWords` lists those it must know, and why.
 */
import { describe, expect, test } from "vitest"
import type { Form, PrivacyInformation } from "../../policy/data/form.ts"
import { noticeParts } from "../../policy/data/form.ts"
import type { Question } from "../../policy/data/question.ts"
import { personalWords, untrueWords } from "../../policy/data/wording.ts"
import { noteWords, words as sharedWords } from "../../src/components/words.ts"
import { forms } from "../../surveys/forms.ts"
import { noReplyIn } from "../../surveys/no-reply.ts"
import { type Reader as Band, readingBars } from "../../surveys/wording/reading-bar.ts"
import {
  fleschKincaidGrade,
  knownWords,
  longestSentence,
  spacheGrade,
  unfamiliarWords,
} from "../support/surveys/reading.ts"
import { gradeBy, prose } from "../support/surveys/renewed-wordings.ts"

const labels = (question: Question): readonly string[] => [
  ...("options" in question ? question.options : []).map(({ words }) => words),
  ...("rows" in question ? question.rows : []).map(({ words }) => words),
  ...("notInList" in question ? [question.notInList] : []),
  ...("dontKnow" in question && question.dontKnow ? [question.dontKnow] : []),
  question.optOut,
]

const factsOf = (notice: PrivacyInformation, part: (typeof noticeParts)[number]) =>
  notice[part].map(({ words }) => words)

interface Reader {
  readonly who: Band
  readonly questions: readonly Question[]
  readonly notice: PrivacyInformation | undefined
  readonly titles: readonly string[]
}

const readersOf = ({ id, pages, privacy, sections, title }: Form): readonly Reader[] => {
  const questions = pages.flatMap((page) => page.questions)
  const forParent = questions.filter(({ respondent }) => respondent === "parent")
  const forChild = questions.filter(({ respondent }) => respondent !== "parent")
  const titles = [title, ...sections.map((section) => section.title)]
  const child = { who: id, questions: forChild, notice: privacy.child, titles }
  return privacy.parent ? [child, { who: "parent", questions: forParent, notice: privacy.parent, titles }] : [child]
}

for (const { who, questions, notice, titles } of forms.flatMap(readersOf)) {
  const { longest, grade } = readingBars[who]
  const notices = notice ? noticeParts.map((part) => factsOf(notice, part)) : []
  const shown = [
    ...titles,
    notice?.title ?? "",
    ...notices.flat(),
    ...questions.flatMap((each) => [...prose(each), ...labels(each)]),
    ...(questions.some(({ kind }) => kind === "text") ? noReplyIn(who === "parent" ? "4-5" : who) : []).map(
      ({ words }) => words,
    ),
  ]

  describe(`form ${who}`, () => {
    test(`no sentence has more than ${longest} words`, () => {
      expect(shown.filter((text) => longestSentence([text]) > longest)).toEqual([])
    })

    test("no string speaks of consent or calls an answer anonymous", () => {
      expect(shown.filter((text) => untrueWords.some((word) => text.toLowerCase().includes(word)))).toEqual([])
    })

    test("no free text asks who or where anyone is", () => {
      const texts = questions.filter(({ kind }) => kind === "text").flatMap(prose)
      expect(texts.filter((text) => personalWords.some((words) => text.toLowerCase().includes(words)))).toEqual([])
    })

    if (grade === undefined) return

    test(`each question, each part of the notice, and all together are of grade ${grade.upTo} at most`, () => {
      const passages = [...questions.map(prose), ...notices, notices.flat(), questions.flatMap(prose), shown]
      const gradeOf = gradeBy[grade.by]
      const hard = passages.filter((texts) => gradeOf(texts) > grade.upTo)
      expect(hard.map((texts) => `${gradeOf(texts).toFixed(2)}: ${texts.join(" ")}`)).toEqual([])
    })
  })
}

test("the words shared by all pages have at most ten words a sentence", () => {
  const texts = [...Object.values(sharedWords), ...Object.values(noteWords)].map((words) =>
    typeof words === "function" ? words(5, 5) : words,
  )
  expect(texts.filter((text) => longestSentence([text]) > 10)).toEqual([])
})

describe("the measures themselves", () => {
  test("find a long sentence and a hard word", () => {
    expect(longestSentence(["One two three. Four five!"])).toBe(3)
    expect(unfamiliarWords(["dog", "dogs", "hopping", "hopped", "longest", "photosynthesis"])).toEqual([
      "photosynthesis",
    ])
    expect(spacheGrade(["The cat sat in the sun."])).toBeLessThan(2)
    expect(spacheGrade(["Photosynthesis necessitates chlorophyll and sunlight."])).toBeGreaterThan(5)
    expect(fleschKincaidGrade(["The dog ran to the park."])).toBeLessThan(1)
    expect(fleschKincaidGrade(["The organisation endeavours to facilitate participation."])).toBeGreaterThan(12)
  })

  test("know only words that a form uses", () => {
    const used = new Set(
      JSON.stringify(forms)
        .toLowerCase()
        .match(/\p{L}+/gu),
    )
    expect(Object.keys(knownWords).filter((word) => !used.has(word))).toEqual([])
  })
})
