/** Reads the templates and the tables from which the tagger is trained. */
import { readFileSync } from "node:fs"
import { readTableTexts } from "../../../db/free-text/read-detector.ts"
import { type Lexicon, lexiconFrom } from "../../../policy/free-text/lexicon/lexicon.ts"
import type { Corpus } from "../../../policy/free-text/training/compose.ts"
import { macrosFrom } from "../../../policy/free-text/training/expand.ts"
import { slotsFrom } from "../../../policy/free-text/training/slots.ts"

const templates = new URL("../../../policy/free-text/training/", import.meta.url)
const textOf = (name: string): string => readFileSync(new URL(name, templates), "utf8")
const linesOf = (name: string): readonly string[] => textOf(name).trim().split("\n")

export const readCorpus = (): { readonly corpus: Corpus; readonly lexicon: Lexicon } => {
  const texts = readTableTexts()
  const lexicon = lexiconFrom(texts)
  return {
    lexicon,
    corpus: {
      identifying: linesOf("identifying.txt"),
      clean: linesOf("clean.txt"),
      macros: macrosFrom(textOf("macros.txt")),
      slots: slotsFrom(texts, lexicon),
    },
  }
}
