/** Says in plain words what changed in each form, and so for each age band, since an earlier file of wordings. */
import { questionChanges } from "./question-changes.ts"
import type { ExportedForm, ExportedQuestion, WordingsFile } from "./wordings-file.ts"

type Lines = readonly string[]

const changedText = (label: string, was: string | undefined, now: string | undefined): Lines =>
  was === now ? [] : [`  ${label} was: ${was ?? "none"}`, `  ${label} is now: ${now ?? "none"}`]

const sectionChanges = (was: ExportedForm, now: ExportedForm): Lines =>
  [...new Set([...was.sections, ...now.sections].map(({ key }) => key))].flatMap((key) => {
    const titleIn = ({ sections }: ExportedForm) => sections.find((each) => each.key === key)?.title
    return changedText(`title of the section "${key}"`, titleIn(was), titleIn(now))
  })

const noticeChanges = (was: ExportedForm, now: ExportedForm): Lines =>
  [...new Set([...was.notices, ...now.notices].map(({ reader }) => reader))].flatMap((reader) => {
    const one = was.notices.find((each) => each.reader === reader)
    const other = now.notices.find((each) => each.reader === reader)
    const of = `privacy information for the ${reader}`
    const lines = [
      ...changedText(`title of the ${of}`, one?.title, other?.title),
      ...(one?.facts ?? []).filter((fact) => !other?.facts.includes(fact)).map((fact) => `  ${of}, no longer: ${fact}`),
      ...(other?.facts ?? []).filter((fact) => !one?.facts.includes(fact)).map((fact) => `  ${of}, new: ${fact}`),
    ]
    if (lines.length === 0 || one?.version !== other?.version)
      return [...changedText(`version of the ${of}`, one?.version, other?.version), ...lines]
    return [`  ${of} changed, and its version is still ${other?.version}`, ...lines]
  })

const heading = ({ id, ages }: ExportedForm): string => `== Ages ${ages[0]} to ${ages.at(-1)} (form ${id}) ==`

const asked = (what: string, { key, version, wording }: ExportedQuestion): Lines => [
  `  ${key}: ${what} (version ${version})`,
  `    question: ${wording.ask}`,
]

const orderOf = (form: ExportedForm, other: ExportedForm): string =>
  form.questions.flatMap(({ key }) => (other.questions.some((each) => each.key === key) ? [key] : [])).join()

const formChanges = (was: ExportedForm, now: ExportedForm): Lines => [
  ...changedText("title of the form", was.title, now.title),
  ...changedText("ages", was.ages.join(", "), now.ages.join(", ")),
  ...sectionChanges(was, now),
  ...noticeChanges(was, now),
  ...was.questions.flatMap((each) => (now.questions.some(({ key }) => key === each.key) ? [] : asked("removed", each))),
  ...now.questions.flatMap((each) => {
    const earlier = was.questions.find(({ key }) => key === each.key)
    return earlier ? questionChanges(earlier, each) : asked("added", each)
  }),
  ...(orderOf(was, now) === orderOf(now, was) ? [] : ["  questions are in another order"]),
]

export const changesSince = (was: WordingsFile, now: WordingsFile): Lines => [
  ...now.forms.flatMap((form) => {
    const earlier = was.forms.find(({ id }) => id === form.id)
    const lines = earlier ? formChanges(earlier, form) : [`  the form is new, with ${form.questions.length} questions`]
    return [heading(form), ...(lines.length > 0 ? lines : ["  nothing changed"])]
  }),
  ...was.forms
    .filter(({ id }) => now.forms.every((form) => form.id !== id))
    .flatMap((form) => [heading(form), "  the form is no longer there"]),
]
