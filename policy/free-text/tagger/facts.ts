/** What the features of a word need to know of each word of a text, worked out once. */
import { classOf, spelling } from "../context/word-classes.ts"
import type { Lexicon } from "../lexicon/lexicon.ts"
import type { Unit } from "../text/units.ts"

export interface WordFacts {
  readonly word: string
  /** Buckets of what the tables know of it, as one short text. */
  readonly shape: string
  /** For a neighbour: the word itself if it is common, or its shape. */
  readonly context: string
  readonly kind: string
  readonly isCommon: boolean
  readonly near: string
  /** What places, school stems and allowed phrases begin here or go on here. */
  readonly phrase: string
  readonly allowed: "" | "one" | "several"
  readonly case: string
}

const log = (count: number): string => (count === 0 ? "-" : `${Math.floor(Math.log10(count))}`)

const textCase = (units: readonly Unit[]): string => {
  const words = units.filter(({ isWord, word }) => isWord && word !== "i")
  const capital = words.filter((unit) => unit.case === "capital" && !unit.isFirst).length
  const upper = words.filter((unit) => unit.case === "upper").length
  if (words.length > 0 && upper > words.length * 0.6) return "U"
  if (capital > words.length * 0.5 && words.length > 2) return "T"
  return capital > 0 || words.some((unit) => unit.isFirst && unit.case === "capital") ? "m" : "l"
}

const marks = (words: readonly string[], lexicon: Lexicon): { phrase: string[]; allowed: WordFacts["allowed"][] } => {
  const phrase: string[] = words.map(() => "")
  const allowed: WordFacts["allowed"][] = words.map(() => "")
  for (let at = 0; at < words.length; at++) {
    for (const [letter, table] of [
      ["p", lexicon.places],
      ["s", lexicon.stems],
    ] as const) {
      const found = table.at(words, at)
      if (found === undefined) continue
      const value = letter === "p" ? found.value : found.value === "1" ? "r" : "c"
      for (let on = 0; on < found.length; on++)
        phrase[at + on] += `${letter}${value}${on === 0 ? "B" : "I"}${Math.min(found.length, 3)}`
    }
    const found = lexicon.allowed.at(words, at)
    if (found !== undefined)
      for (let on = 0; on < found.length; on++)
        if (allowed[at + on] !== "several") allowed[at + on] = found.length > 1 ? "several" : "one"
  }
  return { phrase, allowed }
}

const commonFrom = 150

export const factsOf = (units: readonly Unit[], lexicon: Lexicon): readonly WordFacts[] => {
  const style = textCase(units)
  const words = units.map(({ word }) => word)
  const { phrase, allowed } = marks(words, lexicon)
  return units.map((unit, at): WordFacts => {
    const word = unit.isWord ? spelling(unit.word) : "0"
    const births = lexicon.births(word)
    const frequency = lexicon.frequency(word)
    const bare = births === 0 && frequency < 3 && word.endsWith("s") ? log(lexicon.births(word.slice(0, -1))) : ""
    const isCommon =
      !unit.isWord ||
      (frequency > commonFrom && !(births > 400 && frequency < births * 0.5 && frequency < 6000)) ||
      word.length === 1 ||
      classOf(word) !== ""
    const isRare = unit.isWord && frequency < commonFrom && word.length > 3
    const near = isRare ? `${log(lexicon.nearName(word))}${log(lexicon.nearWord(word))}` : "."
    const shape = `${log(births)}${log(lexicon.surname(word))}${log(frequency)}${lexicon.asName(word) > 0 ? "n" : ""}${bare}`
    return {
      word,
      shape,
      context: isCommon ? word : `?${shape}${near}`,
      kind: classOf(word),
      isCommon,
      near,
      phrase: phrase[at] ?? "",
      allowed: allowed[at] ?? "",
      case: `${style}${unit.case[0]}${unit.isFirst ? "1" : ""}${unit.isSpaced ? "s" : ""}`,
    }
  })
}
