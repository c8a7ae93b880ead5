/** A form as small as one can be, by which rules show what the wire takes and what it refuses; it is put before nobody. */
import { Schema } from "effect"
import { optOutWords } from "./data/answer.ts"
import type { Form } from "./data/form.ts"
import { answersOf } from "./wire.ts"

const asked = { ask: "Would you say?", category: "opinion", optOut: optOutWords } as const
const option = (key: string) => ({ key, words: key })

const form: Pick<Form, "pages"> = {
  pages: [
    {
      section: "only",
      questions: [
        { ...asked, key: "happy", kind: "choice", options: [option("yes"), option("no")] },
        { ...asked, key: "hopes", kind: "choices", upTo: 2, options: [option("job"), option("home")] },
        { ...asked, key: "likes", kind: "grid", rows: [option("area")], options: [option("yes"), option("no")] },
        { ...asked, key: "change", kind: "text", upTo: 300 },
        { ...asked, key: "age", kind: "choice", options: ["13", "14", "15", "16", "17"].map(option) },
      ],
    },
  ],
}

/** The keys of its questions. */
export const smallFormKeys = form.pages.flatMap(({ questions }) => questions.map(({ key }) => key))

export const readSmallForm = Schema.decodeUnknownResult(answersOf(form), { onExcessProperty: "error" })
