/** Splits a folded text into words and signs, and joins what a child spaced out or ran together. */
import type { Folded } from "./fold.ts"

export interface Token {
  /** The folded word, without apostrophes and without a possessive ending. */
  readonly word: string
  /** Offsets in the folded text; a possessive ending is left out. */
  readonly start: number
  readonly end: number
  readonly isWord: boolean
  readonly case: "lower" | "capital" | "upper"
  /** Whether it begins a sentence or a line. */
  readonly isFirst: boolean
  /** Whether an apostrophe and an s follow. */
  readonly isPossessive: boolean
  /** Whether letters of one word were written apart. */
  readonly isSpaced: boolean
}

const pattern = /[a-z]+(?:['][a-z]+)*|[0-9]+|\n|[^\sa-z0-9]/g

const caseOf = ({ capitals }: Folded, start: number, end: number): Token["case"] => {
  if (capitals[start] !== true) return "lower"
  let upper = 0
  for (let at = start; at < end; at++) if (capitals[at] === true) upper += 1
  return upper > 1 && upper >= end - start - 1 ? "upper" : "capital"
}

/** Three letters or more with one sign between each: j a c k, or s.a.m. */
const spaced = /(?<![a-z0-9'])[a-z](?:[ .\-_*][a-z]){2,30}(?![a-z0-9'])/g

/** Single letters that are words are no part of a spaced name unless the run is long. */
const joinSpaced = (text: string): ReadonlyMap<number, number> => {
  const runs = new Map<number, number>()
  for (const { 0: run, index } of text.matchAll(spaced)) {
    const letters = run.replaceAll(/[^a-z]/g, "")
    if (/^(?:xx+|[hae]+|[zl]+|abc.*|[ox]+)$/.test(letters) || new Set(letters).size < 2) continue
    const separators = new Set(run.replaceAll(/[a-z]/g, ""))
    if (separators.size > 1) continue
    runs.set(index, index + run.length)
  }
  return runs
}

/** Three of a letter or more count as one: jaaack. */
const squeeze = (word: string): string => word.replaceAll(/([a-z])\1{2,}/g, "$1")

export const tokensOf = (folded: Folded): readonly Token[] => {
  const { text } = folded
  const runs = joinSpaced(text)
  const tokens: Token[] = []
  let isFirst = true
  let until = 0
  for (const { 0: written, index } of text.matchAll(pattern)) {
    if (index < until) continue
    const run = runs.get(index)
    const isWord = /^[a-z]/.test(written)
    const body = run === undefined ? written : text.slice(index, run)
    const possessive = run === undefined ? /'s?$/.exec(isWord ? written : "") : null
    const end = index + body.length - (possessive?.[0].length ?? 0)
    const word = isWord ? squeeze(text.slice(index, end).replaceAll(/[^a-z]/g, "")) : body
    until = index + body.length
    tokens.push({
      word,
      start: index,
      end,
      isWord,
      case: isWord ? caseOf(folded, index, end) : "lower",
      isFirst,
      isPossessive: possessive !== null,
      isSpaced: run !== undefined,
    })
    isFirst = /^[.!?\n]$/.test(written) || (isFirst && !isWord && !/^[0-9]/.test(written))
  }
  return tokens
}
