/** Says in plain words what changed in one question between two versions of a form. */
import type { ExportedQuestion, Part } from "./wordings-file.ts"

type Lines = readonly string[]
type Wording = ExportedQuestion["wording"]

const changed = (label: string, was: string | undefined, now: string | undefined): Lines => {
  if (was === now) return []
  if (was === undefined) return [`${label} added: ${now}`]
  if (now === undefined) return [`${label} removed: ${was}`]
  return [`${label} was: ${was}`, `${label} is now: ${now}`]
}

const sentencesOf = ({ sentences }: Wording): string | undefined =>
  sentences?.map(({ words, picture }) => `${words} (${picture})`).join(" ")

const asking = (was: Wording, now: Wording): Lines => [
  ...changed("question", was.ask, now.ask),
  ...(was.ask === now.ask ? changed("sentences", sentencesOf(was), sentencesOf(now)) : []),
  ...changed("hint", was.hint, now.hint),
  ...changed("opt-out", was.optOut, now.optOut),
  ...changed("do not know", was.dontKnow, now.dontKnow),
  ...changed("not in the register", was.notInList, now.notInList),
]

const answering = (was: Wording, now: Wording): Lines => [
  ...changed("kind of answer", was.kind, now.kind),
  ...changed("at most", was.upTo?.toString(), now.upTo?.toString()),
  ...changed("answered by", was.respondent, now.respondent),
  ...changed("picture of the question", was.picture, now.picture),
]

const yesOrNo = (value: true | undefined): string => (value ? "yes" : "no")

const samePart = (name: string, was: Part, now: Part): Lines => [
  ...changed(name, was.words, now.words),
  ...changed(`picture of ${name}`, was.picture, now.picture),
  ...changed(`${name} opens a box`, yesOrNo(was.own), yesOrNo(now.own)),
  ...changed(`${name} is chosen alone`, yesOrNo(was.alone), yesOrNo(now.alone)),
]

const keysIn = (parts: readonly Part[], others: readonly Part[]): string =>
  parts.flatMap(({ key }) => (others.some((other) => other.key === key) ? [key] : [])).join()

const parts = (kind: string, was: readonly Part[] = [], now: readonly Part[] = []): Lines => [
  ...was.flatMap((each) => {
    const found = now.find(({ key }) => key === each.key)
    const name = `${kind} "${each.key}"`
    return found ? samePart(name, each, found) : changed(name, each.words, undefined)
  }),
  ...now.flatMap((each) =>
    was.some(({ key }) => key === each.key) ? [] : changed(`${kind} "${each.key}"`, undefined, each.words),
  ),
  ...(keysIn(was, now) === keysIn(now, was) ? [] : [`${kind}s are in another order`]),
]

const gradeWords = ({ reading }: ExportedQuestion): string => reading.grade?.toString() ?? "none"

const versions = (was: ExportedQuestion, now: ExportedQuestion): string =>
  was.version === now.version ? `version ${now.version} on both sides` : `version ${was.version}, now ${now.version}`

const grades = (was: ExportedQuestion, now: ExportedQuestion): string =>
  gradeWords(was) === gradeWords(now)
    ? `reading grade ${gradeWords(now)}`
    : `reading grade ${gradeWords(was)}, now ${gradeWords(now)}`

/** No line when the wording is the same. */
export const questionChanges = (was: ExportedQuestion, now: ExportedQuestion): Lines => {
  const kinds: readonly (readonly [string, Lines])[] = [
    ["reworded", asking(was.wording, now.wording)],
    ["answer changed", answering(was.wording, now.wording)],
    ["rows changed", parts("row", was.wording.rows, now.wording.rows)],
    ["options changed", parts("option", was.wording.options, now.wording.options)],
  ]
  const found = kinds.filter(([, lines]) => lines.length > 0)
  if (found.length === 0) return []
  const what = found.map(([kind]) => kind).join(", ")
  return [
    `  ${now.key}: ${what} (${versions(was, now)}; ${grades(was, now)})`,
    ...found.flatMap(([, lines]) => lines).map((line) => `    ${line}`),
  ]
}
