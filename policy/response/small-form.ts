/** Gives the rules' examples the smallest possible form; no child sees it, and the product's own functions decode its answers. */
import { optOutWords } from "../data/answer.ts"
import type { Form } from "../data/form.ts"
import { settings } from "../data/setting.ts"

const asked = { ask: "Would you say?", category: "opinion", optOut: optOutWords } as const
const option = (key: string) => ({ key, words: key })
const ofPlace = { ...asked, askedWhen: "community-setting" } as const
const register = { notInList: "Not in this list", dontKnow: "I don't know" } as const

export const smallForm: Pick<Form, "pages"> = {
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

/** Asks where a child lives, and then the place. */
export const smallPlaceForm: Pick<Form, "pages"> = {
  pages: [
    {
      section: "only",
      questions: [
        {
          ...{ ...asked, key: "setting", kind: "choice", characteristic: "setting", dontKnow: "I don't know" },
          options: settings.map((key) => ({ ...option(key), ...(key === "other" && { own: true }) })),
        },
        { ...ofPlace, ...register, key: "school", kind: "school", category: "education-setting" },
        { ...ofPlace, key: "home-postcode", kind: "postcode", category: "home-postcode" },
        { ...ofPlace, ...register, key: "local-council", kind: "council", category: "local-authority" },
      ],
    },
  ],
}

/** The keys of its questions. */
export const smallFormKeys = smallForm.pages.flatMap(({ questions }) => questions.map(({ key }) => key))
