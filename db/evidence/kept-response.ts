/** A checked response as the evidence store keeps it, its own words apart, and the same response again from what is kept. */
import type { KeptAnswer } from "../../policy/data/answer.ts"
import type { Geography } from "../../policy/data/geography.ts"
import { canonicalJson } from "../../policy/evidence/canonical-json.ts"
import { withoutPostcode } from "../../policy/rules/postcode-destroyed-after-matching.ts"
import type { Checked, Unsealed } from "../../policy/stage.ts"
import type { KeptResponseTable, QuarantineTable } from "./schema.ts"

export interface KeptResponse {
  readonly response: KeptResponseTable
  readonly words: readonly QuarantineTable[]
}

/** What stands among the answers where words of the child's own are kept apart; an own choice is its option's key. */
const written = "written"
const other = "other"

const isText = (answer: unknown): answer is { readonly text: string } =>
  typeof answer === "object" && answer !== null && "text" in answer && typeof answer.text === "string"

const isOther = (answer: unknown): answer is { readonly other: string } =>
  typeof answer === "object" && answer !== null && "other" in answer && typeof answer.other === "string"

const wordsIn = (answer: KeptAnswer): string | undefined => {
  if (Array.isArray(answer)) return answer.find(isOther)?.other
  if (isText(answer)) return answer.text
  return isOther(answer) ? answer.other : undefined
}

const withoutWords = (answer: KeptAnswer): KeptAnswer => {
  if (Array.isArray(answer)) return answer.map((each: unknown) => (isOther(each) ? other : String(each)))
  if (isText(answer)) return written
  return isOther(answer) ? other : answer
}

const withWords = (answer: unknown, words: string): unknown => {
  if (Array.isArray(answer)) return answer.map((each: unknown) => (each === other ? { other: words } : each))
  return answer === written ? { text: words } : { other: words }
}

const nowhere = { local_authority: null, region: null, imd_decile: null, lsoa: null }

const placeOf = (geography: Geography) =>
  typeof geography === "string"
    ? { place: geography, ...nowhere }
    : {
        place: "matched",
        local_authority: geography.localAuthority,
        region: geography.region,
        imd_decile: "imdDecile" in geography ? geography.imdDecile : null,
        lsoa: "lsoa" in geography ? geography.lsoa : null,
      }

const geographyIn = (row: KeptResponseTable): unknown =>
  row.place === "matched"
    ? {
        localAuthority: row.local_authority,
        region: row.region,
        ...(row.imd_decile !== null && { imdDecile: row.imd_decile }),
        ...(row.lsoa !== null && { lsoa: row.lsoa }),
      }
    : row.place

/** `id` is fresh and random. */
export const keptResponse = (id: Uint8Array, { response, flags }: Checked<Unsealed>): KeptResponse => {
  const { day, form, answers, geography } = response
  const entries = Object.entries(answers)
  const bare = Object.fromEntries(entries.map(([question, answer]) => [question, withoutWords(answer)]))
  return {
    response: withoutPostcode({
      id,
      day,
      form,
      ...placeOf(geography),
      answers: canonicalJson(bare),
      flags: JSON.stringify(flags),
    }),
    words: entries.flatMap(([question, answer]) => {
      const words = wordsIn(answer)
      return words === undefined ? [] : [{ response: id, question, words }]
    }),
  }
}

/** The same text for the same response, as it was opened and as it was read back. */
export const canonicalResponse = ({
  day,
  form,
  answers,
  geography,
}: Readonly<Record<keyof Unsealed & string, unknown>>) => canonicalJson({ day, form, answers, geography })

export const canonicalKept = ({ response, words }: KeptResponse): string => {
  const answers: Record<string, unknown> = JSON.parse(response.answers)
  for (const { question, words: own } of words) answers[question] = withWords(answers[question], own)
  return canonicalResponse({ day: response.day, form: response.form, answers, geography: geographyIn(response) })
}
