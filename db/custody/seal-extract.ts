/** Seals rows of an extract to the processor's public key: chosen fields alone, never a postcode and never a child's own words. */
import { Effect } from "effect"
import type { ExtractCategory } from "../../policy/custody/extract-draft.ts"
import type { KeptAnswer } from "../../policy/data/answer.ts"
import type { Unsealed } from "../../policy/response/stage.ts"
import { formOf } from "../../surveys/forms.ts"
import { suite } from "../collection/suite.ts"

/** The choice without the words that came with it; `undefined` for free text. */
const withoutWords = (answer: KeptAnswer): unknown => {
  if (typeof answer === "string") return answer
  if (Array.isArray(answer)) return answer.map((each) => (typeof each === "string" ? each : "other"))
  if ("text" in answer) return undefined
  return "other" in answer && !("rows" in answer) && Object.keys(answer).length === 1 ? "other" : answer
}

/** One line of JSON: the form, the day and the answers of the chosen fields. */
export const extractLine = ({ form, day, answers }: Unsealed, fields: readonly ExtractCategory[]): string => {
  const questions = formOf(form).pages.flatMap((page) => page.questions)
  const chosen = questions.flatMap(({ key, category }) => {
    const answer = answers[key]
    if (answer === undefined || !fields.some((field) => field === category)) return []
    const choice = withoutWords(answer)
    return choice === undefined ? [] : [[key, choice] as const]
  })
  return JSON.stringify({ form, day, answers: Object.fromEntries(chosen) })
}

export const extractInfo = new TextEncoder().encode("the-big-ask/extract/1")

/** RFC 9180 in its base mode: the encapsulated key, 32 bytes, and then the ciphertext. */
export const sealExtract = (lines: readonly string[], recipient: Uint8Array): Effect.Effect<Buffer> =>
  Effect.promise(async () => {
    const recipientPublicKey = await suite.kem.deserializePublicKey(recipient)
    const sender = await suite.createSenderContext({ recipientPublicKey, info: extractInfo })
    const content = Buffer.from(lines.map((line) => `${line}\n`).join(""))
    const sealed = await sender.seal(content)
    content.fill(0)
    return Buffer.concat([Buffer.from(sender.enc), Buffer.from(sealed)])
  })
