/** Tells whether a text is English enough for the detector to judge. */

import type { Match } from "../patterns/match.ts"
import type { Folded } from "../text/fold.ts"
import type { Scene } from "./scene.ts"

const others =
  /^(?:je|suis|mon|ma|mes|est|les|des|une|dans|pour|avec|nous|vous|ich|bin|ist|und|der|das|nicht|mein|meine|ein|eine|el|los|las|una|mi|es|muy|que|para|con|yo|tengo|quiero|mam|jestem|nie|jest|moj|moja|moje|sie|na|ja|ze|si|imi|este|sunt|si|nu|vreau|foarte|mera|meri|mai|hai|hoon|nahi|aur|wo|ka|ki|mujhe|chahiye|waxaan|ahay|ma|iyo|io|sono|il|di|per|sou|meu|minha|nao|uma|quero|benim|bir|ve|cok|istiyorum|dw|i|yn|fy|mae|rwy|eisiau|ana|wa)$/

/** Letters of other scripts, or most words unknown to English: nothing below can be trusted. */
export const isForeign = (scene: Scene, folded: Folded, matches: readonly Match[]): boolean => {
  const letters = folded.text.replaceAll(/[^a-z]/g, "").length
  if (folded.foreign > 0 && folded.foreign > letters * 0.05) return true
  // What a pattern has found, such as an address of the web, is in no language.
  const isMatched = (at: number): boolean => matches.some(({ start, end }) => start <= at && at < end)
  const words = scene.units.filter(({ isWord, word, start }) => isWord && word.length > 2 && !isMatched(start))
  if (words.length < 4) return false
  let unknown = 0
  let other = 0
  for (const [at, unit] of scene.units.entries()) {
    if (!unit.isWord || unit.word.length < 3 || isMatched(unit.start)) continue
    const word = scene.facts[at]?.word ?? ""
    const frequency = scene.lexicon.frequency(word)
    if (others.test(word) && word !== "i" && word !== "mi" && word !== "es" && frequency < 3000) other += 1
    const { asName, births, nearWord, surname } = scene.lexicon
    const isKnown = frequency >= 20 || nearWord(word) > 0 || asName(word) >= 20 || births(word) > 0 || surname(word) > 0
    if (!isKnown && scene.facts[at]?.phrase === "") unknown += 1
  }
  return unknown > words.length * 0.45 || (other >= 2 && other + unknown > words.length * 0.5)
}
