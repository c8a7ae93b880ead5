/** Says how hard the words of each band may be to read, and by which formula they are graded. */
import type { FormId } from "../../policy/data/form-id.ts"
import type { Question } from "../../policy/data/question.ts"

/** Both give a grade of American schools: grade 2 is read at the age of 7 or 8. */
export type Formula = "Spache" | "Flesch-Kincaid"

/** The most words in a sentence, and the highest grade. An adult reads the 4-5 form out, so its child's part has no grade. */
export interface ReadingBar {
  readonly longest: number
  readonly grade?: { readonly by: Formula; readonly upTo: number }
}

export type Reader = FormId | "parent"

export const readingBars: Readonly<Record<Reader, ReadingBar>> = {
  "4-5": { longest: 8 },
  parent: { longest: 20, grade: { by: "Flesch-Kincaid", upTo: 8 } },
  "6-8": { longest: 10, grade: { by: "Spache", upTo: 2 } },
  "9-12": { longest: 14, grade: { by: "Flesch-Kincaid", upTo: 4 } },
  "13-17": { longest: 18, grade: { by: "Flesch-Kincaid", upTo: 6 } },
  "easy-read-6-8": { longest: 12, grade: { by: "Spache", upTo: 2 } },
  "easy-read-9-12": { longest: 12, grade: { by: "Flesch-Kincaid", upTo: 4 } },
}

export const readerOf = (form: FormId, { respondent }: Pick<Question, "respondent">): Reader =>
  respondent === "parent" ? "parent" : form
