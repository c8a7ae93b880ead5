/** A letter to parents and carers, to copy or to print, with what the law asks a parent to know before a child takes part. */
import type { Form } from "../../../policy/data/form.ts"
import type { Characteristic } from "../../../policy/data/purpose.ts"
import type { PackFacts } from "./facts.ts"
import type { Pack } from "./pack.ts"

const characteristicWords: Readonly<Record<Characteristic, string>> = {
  age: "their age",
  gender: "their gender",
  ethnicity: "their ethnic group",
  support: "who supports them",
  setting: "what kind of home they live in",
  school: "their school",
  "home-postcode": "their home postcode",
  "local-council": "their council",
}

const askedOf = (forms: readonly Form[]): string => {
  const asked = forms.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))
  const all = [...new Set(asked.flatMap(({ characteristic }) => characteristic ?? []))]
  const words = all.map((each) => characteristicWords[each])
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`
}

const withParents = ({ forms }: PackFacts): readonly string[] =>
  forms
    .filter(({ form }) => form.privacy.parent !== undefined)
    .map(
      ({ name }) =>
        `${name}: you answer a few questions first. Then your child taps pictures with you. We ask nothing else about your child.`,
    )

const nspcc = ({ helpLines }: PackFacts) =>
  helpLines.flatMap(({ id, name, number }) =>
    id === "nspcc" ? [`${name} helps grown-ups who worry about a child: ${number}.`] : [],
  )

const forChildren = ({ helpLines }: PackFacts) =>
  helpLines.flatMap(({ id, name, number }) =>
    id === "childline" ? [`${name} is free for any child, day and night: ${number}.`] : [],
  )

export const letter: Pack = {
  slug: "letter",
  title: "A letter to parents and carers",
  lead: "Fill in the gaps, and send it before the survey.",
  parts: (facts) => [
    {
      heading: "The Big Ask: your child is invited",
      lines: [
        "Dear parent or carer,",
        "we have been asked to invite our children to take part in The Big Ask on ______________________.",
        `It is a survey by the ${facts.controller}, whose job by law is to speak up for children. It is for ages ${facts.ages}. ${facts.dates}`,
      ],
    },
    {
      heading: "It is up to your child",
      lines: [
        `Your child does not have to take part. They can skip any question, choose “${facts.optOut}”, or stop at any time. Nothing happens to a child who does not take part. If you would like your child not to, please tell us by ______________________.`,
      ],
    },
    {
      heading: "What is asked",
      lines: [
        "The questions are about your child's life now, their hopes, what gets in the way, and their world. The survey asks for no name.",
        `Near the end it asks about ${askedOf(facts.forms.map(({ form }) => form))}. A child who lives in a secure setting or a mental health hospital is not asked for the school, postcode or council.`,
        ...withParents(facts),
        `Every question, and why it is asked, is at ${facts.origin}/privacy.`,
      ],
    },
    {
      heading: "What happens to the answers",
      lines: [
        `A team of ${facts.readers} reads them. They are kept for ${facts.kept}; then it is checked whether they are still needed. The postcode is used once, to find what the area is like, and is never stored.`,
        `Reports add up the answers of many children. ${facts.smallestCount}`,
        "Nobody can tell which answers are your child's. So they cannot be shown, changed or taken back once they are sent.",
        "The law that allows this is a task in the public interest (UK GDPR, Article 6(1)(e)). It is not consent.",
      ],
    },
    {
      heading: "Questions, complaints and help",
      lines: [
        `You and your child can complain at ${facts.origin}/complaint, and to the ${facts.regulator}. A complaint is confirmed within ${facts.acknowledged}.`,
        ...nspcc(facts),
        ...forChildren(facts),
        "Yours sincerely, ______________________",
      ],
    },
  ],
}
