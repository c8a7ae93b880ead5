/** Measures how hard a text is to read: its longest sentence, and its grade by the revised Spache and Flesch-Kincaid formulas. */
import { fleschKincaid } from "flesch-kincaid"
import { spache } from "spache"
import { spacheFormula } from "spache-formula"
import { syllable } from "syllable"

/** Words that the 1974 American list lacks; each has a reason why no easier word will do. */
export const knownWords: Readonly<Record<string, string>> = {
  commissioner: "the controller's own name",
  childhood: "the purpose, as the DPIA names it",
  commission: "the purpose, as the DPIA names it",
  postcode: "British; the thing has no other name",
  covid: "its own name",
  council: "the thing has no other name",
  destroy: "what the DPIA promises; an easier word would promise less",
  write: "the list has its past, wrote",
  life: "the list has live and lives",
  grown: "the list has grow and grew",
}

/** A text without a full stop, such as an option, is one sentence. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?]”?)\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0)

export const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll("’", "'")
    .match(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu) ?? []

export const longestSentence = (texts: readonly string[]): number =>
  Math.max(0, ...texts.flatMap(sentencesOf).map((sentence) => wordsOf(sentence).length))

const counts = (texts: readonly string[]) => {
  const words = texts.flatMap(wordsOf)
  return { sentence: texts.flatMap(sentencesOf).length, word: words.length, words }
}

export const fleschKincaidGrade = (texts: readonly string[]): number => {
  const { words, ...counted } = counts(texts)
  return fleschKincaid({ ...counted, syllable: words.reduce((sum, word) => sum + syllable(word), 0) })
}

export const spacheGrade = (texts: readonly string[]): number => {
  const { words, ...counted } = counts(texts)
  return spacheFormula({ ...counted, unfamiliarWord: unfamiliarWords(words).length })
}

export const unfamiliarWords = (words: readonly string[]): readonly string[] => [
  ...new Set(words.filter((word) => !isFamiliar(word))),
]

const list = new Set([...spache, ...Object.keys(knownWords)])

/** The formula counts regular endings of a familiar word as familiar, and numerals. */
const endings: ReadonlyArray<readonly [RegExp, string]> = [
  [/'s?$/, ""],
  [/s$/, ""],
  [/es$/, ""],
  [/ies$/, "y"],
  [/ed$/, ""],
  [/d$/, ""],
  [/ied$/, "y"],
  [/ing$/, ""],
  [/ing$/, "e"],
  [/(.)\1(ed|ing)$/, "$1"],
  [/e?r$/, ""],
  [/e?st$/, ""],
]

const isFamiliar = (word: string): boolean =>
  /^\d+$/.test(word) ||
  list.has(word) ||
  endings.some(([ending, rest]) => ending.test(word) && list.has(word.replace(ending, rest)))
