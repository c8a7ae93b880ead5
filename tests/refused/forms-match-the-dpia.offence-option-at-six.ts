/** Refuses a form for ages 6 to 8 that offers settings and supports of the criminal law. */
import { agesOf } from "../../policy/data/form-scope.ts"
import { defineForm } from "../../surveys/authoring/form.ts"
import { aboutYou } from "../../surveys/characteristics/about-you.ts"
import { words9to12 } from "../../surveys/characteristics/words-9-12.ts"
import { lawful, topicPages } from "./lawful-base.ts"

export const form = defineForm({
  ...lawful,
  id: "6-8",
  ages: agesOf["6-8"],
  pages: [...topicPages, ...aboutYou(agesOf["6-8"], words9to12)],
})
