/** Gives a grown-up the words to say before and after, for each age: before, they are the first lines of the child's own notice. */
import { firstLayer } from "../../../surveys/privacy-information/first-layer.ts"
import type { PackFacts } from "./facts.ts"
import type { Pack, PackPart } from "./pack.ts"

const before = ({ forms }: PackFacts): readonly PackPart[] =>
  forms
    .filter(({ form }) => form.derivedFrom === undefined)
    .map(({ form, name }) => ({
      heading: `Before: ${name.toLowerCase()}`,
      aloud: [...firstLayer(form.privacy.child).map(({ words }) => words)],
    }))

export const beforeAndAfter: Pack = {
  slug: "before-and-after",
  title: "What to say before and after",
  lead: "Words to read out, for each age.",
  parts: (facts) => [
    {
      heading: "For you",
      list: [
        "Before the survey, read out the words for the age. They begin with the lines that the child sees on the first screen, so both say the same.",
        `If a child asks what a word means, explain the word. Do not suggest an answer. “${facts.optOut}” is an answer too.`,
        "Do not ask who has finished, who stopped or what anyone answered.",
        "Know which grown-up a child can go to today if a question upsets them, and say the name aloud.",
      ],
    },
    ...before(facts),
    {
      heading: "Before: for every age",
      aloud: [
        "Nobody in this room will look at your answers.",
        "If something makes you sad or worried, you can tell me. You can also tap Help on any page.",
      ],
    },
    {
      heading: "After: for every age",
      aloud: [
        "Thank you. Nobody will ask what you answered, or if you sent it.",
        "If it made you think of something hard, you can come to me today. You can also go to another grown-up you trust.",
        "You can also talk to people who are not from here. It is free.",
      ],
      list: facts.helpLines
        .filter(({ id }) => id !== "nspcc")
        .map(({ name, does, number }) => `${name}, ${does}: ${number}`),
    },
    {
      heading: "Write the names here before you print or read",
      list: ["The grown-up to go to today: ______________________", "Where to find them: ______________________"],
    },
  ],
}
