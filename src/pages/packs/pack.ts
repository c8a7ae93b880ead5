/** Describes a pack: a page for grown-ups to read and to print, built from facts that it does not state itself. */
import type { PackFacts } from "./facts.ts"

export interface PackPart {
  readonly heading: string
  /** Paragraphs, before the rest. */
  readonly lines?: readonly string[]
  readonly list?: readonly string[]
  /** In order. */
  readonly steps?: readonly string[]
  /** To read out. */
  readonly aloud?: readonly string[]
  /** The first row names the columns. */
  readonly table?: readonly (readonly string[])[]
}

export interface Pack {
  /** The last part of its address. */
  readonly slug: string
  readonly title: string
  readonly lead: string
  readonly parts: (facts: PackFacts) => readonly PackPart[]
}
