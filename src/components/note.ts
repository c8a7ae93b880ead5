/** Lists the kind notes above a page or next to its question; no note repeats an answer. */
import type { DisplayQuestion } from "../../surveys/display-form.ts"
import type { Note } from "./view.ts"
import { noteWords, noteWordsNaming } from "./words.ts"

/** Finds the words of the exclusive option, or of the one that opens the box. */
const wordsOf = ({ options = [] }: Pick<DisplayQuestion, "options">, part: "alone" | "own"): string =>
  options.find((option) => option[part])?.words ?? ""

const saying = (note: Note, question: Pick<DisplayQuestion, "options"> = {}): string => {
  switch (note.kind) {
    case "too-many":
      return noteWords.tooMany(note.upTo)
    case "too-long":
      return noteWords.tooLong(note.upTo)
    case "not-together":
      return noteWordsNaming.notTogether(wordsOf(question, "alone"))
    case "own-words-without-other":
      return noteWordsNaming.ownWordsWithoutOther(wordsOf(question, "own"))
    case "not-taken":
      return noteWords.notTaken
    case "look-again":
      return noteWords.lookAgain
    case "name-or-place":
      return noteWords.nameOrPlace
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

export const noteFor = (question: DisplayQuestion, note: Note | undefined): string | undefined =>
  note && "question" in note && note.question === question.key ? saying(note, question) : undefined

export const noteForPage = (note: Note | undefined): string | undefined =>
  note && !("question" in note) ? saying(note) : undefined
