/** Splits a checked response into its row and the child's own words, and joins them again into the same response. */
import type { KeptAnswer } from "../../policy/data/answer.ts"
import type { Geography } from "../../policy/data/geography.ts"
import { canonicalJson } from "../../policy/record/canonical-json.ts"
import type { Checked, Unsealed } from "../../policy/response/stage.ts"
import { otherMark, writtenMark } from "../../policy/response/stored-response.ts"
import { withoutPostcode } from "../../policy/response/without-postcode.ts"
import type { KeptResponseTable, QuarantineTable } from "./schema.ts"

export interface KeptResponse {
  readonly response: KeptResponseTable
  readonly words: readonly QuarantineTable[]
}

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
  if (Array.isArray(answer)) return answer.map((each: unknown) => (isOther(each) ? otherMark : String(each)))
  if (isText(answer)) return writtenMark
  return isOther(answer) ? otherMark : answer
}

const withWords = (answer: unknown, words: string): unknown => {
  if (Array.isArray(answer)) return answer.map((each: unknown) => (each === otherMark ? { other: words } : each))
  return answer === writtenMark ? { text: words } : { other: words }
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

/** `id` must be new and random. */
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

/** Returns the same text for a response when it is opened and when it is read back. */
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
