/** Answers what a word is: a name, a surname, an ordinary word, a place, or near to one of these. */
import { nearOf } from "./near.ts"
import { type Phrases, phrasesFrom } from "./phrases.ts"
import { rowsOf, type TableTexts } from "./tables.ts"

export interface Lexicon {
  /** Births with this first name, 1999 to 2020; a name added by hand counts as 60. */
  readonly births: (word: string) => number
  /** The same, also of a child's words such as christian, which count as ordinary above. */
  readonly bearers: (word: string) => number
  readonly surname: (word: string) => number
  /** Uses of the word in 51 million words of films; 0 where it is mostly a name. */
  readonly frequency: (word: string) => number
  /** Uses of the word as a name in the same films. */
  readonly asName: (word: string) => number
  readonly nearName: (word: string) => number
  readonly nearWord: (word: string) => number
  readonly places: Phrases
  readonly stems: Phrases
  readonly streets: Phrases
  readonly allowed: Phrases
}

const handCount = 60
const childCount = 2000

/** `group first|last names…` a line. */
export const namesByHand = (
  text: string,
): readonly { readonly group: string; readonly part: string; readonly names: readonly string[] }[] =>
  text
    .trim()
    .split("\n")
    .map((line) => {
      const [group = "", part = "", ...names] = line.split(" ")
      return { group, part, names }
    })

const counted = (text: string): Map<string, number> =>
  new Map(rowsOf(text).flatMap(([name, count]) => [[name.replaceAll(/[ -]/g, ""), Number(count)] as const]))

const allowedRows = (text: string): readonly (readonly [string, string])[] =>
  text
    .split(/[|\n]/)
    // A possessive ending is no part of a word.
    .flatMap((phrase) => (phrase.includes("'s") ? [phrase, phrase.replaceAll("'s", "")] : [phrase]))
    .map((phrase) => phrase.replaceAll(/['.]/g, "").replaceAll(/[-&]/g, " ").replaceAll(/\s+/g, " ").trim())
    .filter((phrase) => phrase !== "")
    .map((phrase) => [phrase, phrase.includes(" ") ? "several" : "one"] as const)

export const lexiconFrom = (texts: TableTexts): Lexicon => {
  const births = counted(texts.firstNames)
  const surnames = counted(texts.surnames)
  for (const { part, names } of namesByHand(texts.moreNames))
    for (const name of names) {
      const counts = part === "first" ? births : surnames
      counts.set(name, Math.max(handCount, counts.get(name) ?? 0))
    }
  const bearers = new Map(births)
  const frequencies = new Map<string, number>()
  const capitals = new Map<string, number>()
  for (const [word, count] of rowsOf(texts.words))
    if (word.startsWith("^")) capitals.set(word.slice(1), Number(count))
    else frequencies.set(word, Number(count))
  for (const word of texts.childWords.split(/\s+/)) {
    frequencies.set(word, Math.max(childCount, frequencies.get(word) ?? 0))
    births.delete(word)
    capitals.delete(word)
  }
  const common = [...births].filter(([name, count]) => count > 150 && (frequencies.get(name) ?? 0) < 5000)
  const frequent = [...frequencies].filter(([, count]) => count > 250)
  const nearNames = nearOf(common)
  const nearWords = nearOf(frequent)
  return {
    births: (word) => births.get(word) ?? 0,
    bearers: (word) => bearers.get(word) ?? 0,
    surname: (word) => surnames.get(word) ?? 0,
    frequency: (word) => frequencies.get(word) ?? 0,
    asName: (word) => capitals.get(word) ?? 0,
    nearName: nearNames.of,
    nearWord: nearWords.of,
    places: phrasesFrom(rowsOf(texts.places)),
    stems: phrasesFrom(rowsOf(texts.schoolStems)),
    streets: phrasesFrom(rowsOf(texts.streets)),
    allowed: phrasesFrom(allowedRows(texts.allowed)),
  }
}
