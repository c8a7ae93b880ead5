/** Draws what goes into the slots of a template: names by births and by group, surnames, places, schools. */
import { type Lexicon, namesByHand } from "../lexicon/lexicon.ts"
import { rowsOf, type TableTexts } from "../lexicon/tables.ts"
import { drawFrom, type Random } from "./random.ts"

export interface Slots {
  readonly firstName: (random: Random) => string
  readonly surname: (random: Random) => string
  readonly place: (random: Random) => string
  readonly stem: (random: Random) => string
  readonly word: (random: Random) => string
  /** A first name that is an ordinary word too, for texts where it is that word. */
  readonly wordName: (random: Random) => string
}

/** A name that is in no table: the front of one and the end of another. */
const blended = (one: string, other: string): string =>
  one.slice(0, Math.max(2, Math.ceil(one.length / 2))) + other.slice(Math.floor(other.length / 2))

const groups = ["muslim", "african", "asian", "polish", "traveller", "indian", "european"]

export const slotsFrom = (texts: TableTexts, lexicon: Lexicon): Slots => {
  const births = rowsOf(texts.firstNames).map(([name, n]) => [name, Number(n)] as const)
  const byBirths = drawFrom(births)
  const evenly = births.map(([name]) => name)
  const ofWords = drawFrom(
    births
      .filter(([name, n]) => n > 40 && lexicon.frequency(name) > 100)
      .map(([name, n]) => [name, Math.sqrt(n)] as const),
  )
  const hands = namesByHand(texts.moreNames)
  const handsOf = (group: string, part: string) =>
    hands.find((each) => each.group === group && each.part === part)?.names ?? []
  const surnames = rowsOf(texts.surnames).map(([name, n]) => [name, Number(n)] as const)
  const bySurname = drawFrom(surnames)
  const anySurname = surnames.map(([name]) => name)
  const placeRows = rowsOf(texts.places)
  const smallPlaces = placeRows.filter(([, type]) => Number(type) >= 2).map(([name]) => name)
  const towns = placeRows
    .filter(([name, type]) => type === "1" && lexicon.allowed.at([name], 0) === undefined)
    .map(([name]) => name)
  const stems = drawFrom(rowsOf(texts.schoolStems).map(([name, n]) => [name, Math.sqrt(Number(n))] as const))
  const byFrequency = drawFrom(
    rowsOf(texts.words)
      .filter(([word, n]) => /^[a-z]{2,}$/.test(word) && Number(n) > 60 && lexicon.births(word) < 400)
      .map(([word, n]) => [word, Math.sqrt(Number(n))] as const),
  )
  return {
    firstName: (random) => {
      const kind = random.next()
      if (kind < 0.36) return byBirths(random)
      if (kind < 0.52) return random.pick(evenly)
      if (kind < 0.66) return ofWords(random)
      if (kind < 0.78) return blended(random.pick(evenly), random.pick(evenly))
      return random.pick(handsOf(kind < 0.96 ? random.pick(groups) : "english", "first"))
    },
    surname: (random) => {
      const kind = random.next()
      if (kind < 0.45) return bySurname(random)
      if (kind < 0.65) return random.pick(anySurname)
      return random.pick(handsOf(kind < 0.92 ? random.pick(groups) : "english", "last"))
    },
    place: (random) => random.pick(random.isUnder(0.7) ? smallPlaces : towns),
    stem: (random) => stems(random),
    word: (random) => byFrequency(random),
    wordName: (random) => ofWords(random),
  }
}
