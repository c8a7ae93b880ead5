/** Prints every word that a child may see, with its purpose and its lawful basis, for a DPO to read. */
import type { Fact, Form, PrivacyInformation } from "../../policy/data/form.ts"
import type { Option, Question, Row } from "../../policy/data/question.ts"
import { provenanceLines } from "../../surveys/wording/provenance.ts"

type Condition = NonNullable<Row["condition"]>
type Lines = readonly string[]

const indented = (lines: Lines): Lines => lines.map((line) => `  ${line}`)

/** A line, unless the text is empty or missing. */
const labelled = (label: string, words: string | undefined): Lines => (words ? [`${label}: ${words}`] : [])

const policyDocument = (document: { readonly reference: string } | { readonly unsettled: string }): string =>
  "unsettled" in document ? `waits for ${document.unsettled}` : document.reference

const conditionWords = (condition: Condition): string =>
  "unsettled" in condition
    ? `waits for ${condition.unsettled}`
    : [
        condition.article,
        condition.schedule1.join(" and "),
        `${condition.version}, in force ${condition.inForce}`,
        `appropriate policy document ${policyDocument(condition.policyDocument)}`,
      ].join("; ")

const inference = ({ infers, condition }: Row): Lines => [
  ...(infers ? [`    may reveal: ${infers}`] : []),
  ...(condition ? [`    lawful condition: ${conditionWords(condition)}`] : []),
]

const row = (each: Row): Lines => [`- ${each.words}  [${each.key}]`, ...inference(each)]

const option = (each: Option): Lines => [
  `- ${each.words}  [${each.key}]${each.own ? "  (opens a box for words of the child's own)" : ""}`,
  ...inference(each),
]

const kinds: Readonly<Record<Question["kind"], string>> = {
  choice: "one answer",
  choices: "several answers",
  grid: "one answer for each row",
  text: "words of their own",
  school: "a school chosen from the register",
  council: "a council chosen from the register",
  postcode: "a postcode, matched in memory and then destroyed",
}

const limit = (question: Question): string => {
  if (question.kind === "text") return `, at most ${question.upTo} characters`
  return question.kind === "choices" ? `, at most ${question.upTo}` : ""
}

const subject = ({ topic, characteristic, subject }: Question): string =>
  characteristic ? `characteristic ${characteristic}` : topic ? `topic ${topic}` : `subject ${subject}`

const declining = (question: Question): Lines => [
  ...labelled("Opt-out", question.optOut),
  ...("dontKnow" in question ? labelled("Do not know", question.dontKnow) : []),
  ...("notInList" in question ? labelled("Not in the register", question.notInList) : []),
  "May be left blank: yes",
]

const questionLines = (form: Form, question: Question, number: number): Lines => [
  "",
  `${number}. ${question.ask}  [${question.key}]`,
  ...indented([
    ...labelled("Hint", question.hint),
    ...(question.sentences ?? []).map(({ words, picture }) => `Sentence: ${words}  (picture: ${picture})`),
    ...provenanceLines(form.id, question),
    `Answer: ${kinds[question.kind]}${limit(question)}`,
    ...labelled("Answered by", question.respondent),
    ...("rows" in question ? ["Rows:", ...indented(question.rows.flatMap(row))] : []),
    ...("options" in question ? ["Options:", ...indented(question.options.flatMap(option))] : []),
    ...declining(question),
    ...(question.askedWhen ? ["Asked only when: the child has named a setting in the community"] : []),
    ...(question.askedUnless ? ["Left out when: the child has given a postcode"] : []),
    `Category of data: ${question.category}`,
    `Purpose: ${question.purpose ?? `the Childhood Commission, ${subject(question)}`}`,
    ...labelled("Benefit", question.benefit),
    `Lawful basis: ${form.basis.provision}`,
    ...(question.condition ? [`Lawful condition: ${conditionWords(question.condition)}`] : []),
  ]),
]

const headings = {
  whatWeAsk: "Questions",
  why: "Why",
  whoSees: "Who sees it",
  howLong: "How long it is kept",
  youMayStop: "Stopping",
  voluntary: "A free choice",
  yourRights: "Rights",
} as const satisfies Record<Exclude<keyof PrivacyInformation, "version" | "title">, string>

const factLines = (heading: string, facts: readonly Fact[]): Lines => [
  `${heading}:`,
  ...facts.map(({ words }) => `  - ${words}`),
]

const notice = (reader: string, information: PrivacyInformation | undefined): Lines =>
  information === undefined
    ? []
    : [
        "",
        `Privacy information for the ${reader}, version ${information.version}: ${information.title}`,
        ...indented([
          ...factLines(headings.whatWeAsk, information.whatWeAsk),
          ...factLines(headings.why, information.why),
          ...factLines(headings.whoSees, information.whoSees),
          ...factLines(headings.howLong, information.howLong),
          ...factLines(headings.youMayStop, information.youMayStop),
          ...factLines(headings.voluntary, information.voluntary),
          ...factLines(headings.yourRights, information.yourRights),
        ]),
      ]

const sectionLines = (form: Form): Lines => {
  let number = 0
  let shown = ""
  return form.pages.flatMap(({ section, questions }) => {
    const title = form.sections.find(({ key }) => key === section)?.title ?? section
    const heading = section === shown ? [] : ["", `-- ${title} --`]
    shown = section
    return [...heading, ...questions.flatMap((question) => questionLines(form, question, ++number))]
  })
}

export const formLines = (form: Form): Lines => [
  `== ${form.title} (form ${form.id}) ==`,
  `Ages: ${form.ages.join(", ")}`,
  ...(form.derivedFrom ? [`Easy read of: form ${form.derivedFrom}`] : []),
  "Purpose: the Childhood Commission",
  `Lawful basis: ${form.basis.provision}, ${form.basis.version}, in force ${form.basis.inForce}`,
  ...notice("parent or carer", form.privacy.parent),
  ...notice("child", form.privacy.child),
  ...sectionLines(form),
  "",
]
