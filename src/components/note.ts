/** What to say kindly, above a page or beside its question; no note repeats what was written. */
import type { AskedQuestion } from "../../surveys/asked.ts"
import type { Note } from "./view.ts"
import { noteWords } from "./words.ts"

const saying = (note: Note): string => {
  switch (note.kind) {
    case "too-many":
      return noteWords.tooMany(note.upTo)
    case "too-long":
      return noteWords.tooLong(note.upTo)
    case "own-words-without-other":
      return noteWords.ownWordsWithoutOther
    case "nothing-found":
      return noteWords.nothingFound
    case "try-again":
      return noteWords.tryAgain
    case "closed":
      return noteWords.closed
  }
}

export const noteFor = ({ key }: AskedQuestion, note: Note | undefined): string | undefined =>
  note && "question" in note && note.question === key ? saying(note) : undefined

export const noteForPage = (note: Note | undefined): string | undefined =>
  note && !("question" in note) ? saying(note) : undefined
