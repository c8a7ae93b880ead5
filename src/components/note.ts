/** Lists the kind notes above a page or next to its question; no note repeats an answer. */
import type { DisplayQuestion } from "../../surveys/display-form.ts"
import type { Note } from "./view.ts"
import { noteWords } from "./words.ts"

const saying = (note: Note): string => {
  switch (note.kind) {
    case "too-many":
      return noteWords.tooMany(note.upTo)
    case "too-long":
      return noteWords.tooLong(note.upTo)
    case "not-together":
      return noteWords.notTogether
    case "own-words-without-other":
      return noteWords.ownWordsWithoutOther
    case "not-taken":
      return noteWords.notTaken
    case "look-again":
      return noteWords.lookAgain
    case "nothing-found":
      return noteWords.nothingFound
    case "search-failed":
      return noteWords.searchFailed
    case "try-again":
      return noteWords.tryAgain
    case "wait":
      return note.words
    case "closed":
      return noteWords.closed
  }
}

export const noteFor = ({ key }: DisplayQuestion, note: Note | undefined): string | undefined =>
  note && "question" in note && note.question === key ? saying(note) : undefined

export const noteForPage = (note: Note | undefined): string | undefined =>
  note && !("question" in note) ? saying(note) : undefined
