/** `ask -- sample`: valid submissions to try the service out with, a line of JSON each, the same for the same seed. */
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { parseArgs } from "node:util"
import { geographyFolder, readIndex } from "../../db/geography/kept.ts"
import { postcodesIn, schoolsIn } from "../../db/geography/listed.ts"
import { councils, postcodes, schools } from "../../db/geography/made-up.ts"
import { forms } from "../../surveys/forms.ts"
import type { Places } from "../../surveys/sampling/answer.ts"
import { type Submission, submissions } from "../../surveys/sampling/submissions.ts"
import type { Place } from "../launcher/place.ts"

const madeUp: Places = {
  schools: schools.map(({ code }) => code),
  councils: councils.map(({ code }) => code),
  postcodes: [...postcodes.keys()],
}

/** The imported places where there are any, so that the door takes the sample. */
const placesIn = ({ dataDir }: Place): Places => {
  const index = readIndex(geographyFolder(dataDir))
  if (index === undefined || index === "damaged") return madeUp
  return {
    schools: schoolsIn(index).map(({ code }) => code),
    councils: index.meta.authorities.map(({ code }) => code),
    postcodes: postcodesIn(index, "live").map((postcode) => `${postcode.slice(0, -3)} ${postcode.slice(-3)}`),
  }
}

/** `form` is the name of one form, or "all"; `undefined` when there is no such form. */
export const samples = (form: string, seed: number, places = madeUp): Generator<Submission> | undefined => {
  const asked = form === "all" ? forms : forms.filter(({ id }) => id === form)
  return asked.length > 0 ? submissions(asked, places, seed) : undefined
}

/** Characters that are written at a time. */
const chunk = 65_536

function* lines(from: Iterable<Submission>, count: number): Generator<string> {
  let text = ""
  let left = count
  for (const each of from) {
    if (left-- === 0) break
    text += `${JSON.stringify(each)}\n`
    if (text.length < chunk) continue
    yield text
    text = ""
  }
  yield text
}

const options = {
  form: { type: "string", default: "all" },
  count: { type: "string", default: "10" },
  seed: { type: "string", default: "1" },
} as const

const wholeNumber = (text: string): number | undefined => (/^\d{1,15}$/.test(text) ? Number(text) : undefined)

const read = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values
  } catch {
    return undefined
  }
}

const refuse = (sentence: string): number => {
  console.error(sentence)
  return 2
}

const hasHungUp = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "EPIPE"

export const sample = async (args: string[], place: Place): Promise<number> => {
  const asked = read(args)
  if (asked === undefined)
    return refuse("sample takes --form, --count and --seed, each with a value, and nothing else.")
  const [count, seed] = [wholeNumber(asked.count), wholeNumber(asked.seed)]
  if (count === undefined) return refuse("--count must be a whole number, such as 100.")
  if (seed === undefined) return refuse("--seed must be a whole number, such as 1.")
  const from = samples(asked.form, seed, placesIn(place))
  if (from === undefined) return refuse(`--form must be all, or one of ${forms.map(({ id }) => id).join(", ")}.`)
  try {
    await pipeline(Readable.from(lines(from, count)), process.stdout, { end: false })
    return 0
  } catch (error) {
    if (hasHungUp(error)) return 0
    throw error
  }
}
