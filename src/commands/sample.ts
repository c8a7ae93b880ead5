/** Prints valid submissions to try the service with, one line of JSON each, the same for the same seed. */
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { geographyFolder, readIndex } from "../../db/geography/index-folder.ts"
import { councils, postcodes, schools } from "../../db/geography/made-up.ts"
import { postcodesIn, schoolsIn } from "../../db/geography/register-index.ts"
import { forms } from "../../surveys/forms.ts"
import type { Places } from "../../surveys/sampling/answer.ts"
import { type Submission, submissions } from "../../surveys/sampling/submissions.ts"
import { Settings } from "../deployment/settings.ts"
import type { StorageSettings } from "../deployment/storage.ts"
import { Unusable } from "./exit-code.ts"
import { textFlag, wholeNumberFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

const madeUp: Places = {
  schools: schools.map(({ code }) => code),
  councils: councils.map(({ code }) => code),
  postcodes: [...postcodes.keys()],
}

/** Imported places, if any, so that the service accepts the sample. */
const placesIn = ({ dataDir }: StorageSettings): Places => {
  const index = readIndex(geographyFolder(dataDir))
  if (index === undefined || index === "damaged") return madeUp
  return {
    schools: schoolsIn(index).map(({ code }) => code),
    councils: index.meta.authorities.map(({ code }) => code),
    postcodes: postcodesIn(index, "live").map((postcode) => `${postcode.slice(0, -3)} ${postcode.slice(-3)}`),
  }
}

/** `form` is the id of one form, or "all"; returns `undefined` for any other. */
export const samples = (form: string, seed: number, places = madeUp): Generator<Submission> | undefined => {
  const chosen = form === "all" ? forms : forms.filter(({ id }) => id === form)
  return chosen.length > 0 ? submissions(chosen, places, seed) : undefined
}

/** Characters in one write. */
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

const hasHungUp = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "EPIPE"

const write = async (text: Iterable<string>): Promise<void> => {
  try {
    await pipeline(Readable.from(text), process.stdout, { end: false })
  } catch (error) {
    if (!hasHungUp(error)) throw error
  }
}

export const sample = Command.make(
  "sample",
  {
    form: textFlag("form", "FORM", `all, or one of ${forms.map(({ id }) => id).join(", ")}`).pipe(
      Flag.withDefault("all"),
    ),
    count: wholeNumberFlag("count", "How many submissions").pipe(Flag.withDefault(10)),
    seed: wholeNumberFlag("seed", "The same seed gives the same submissions").pipe(Flag.withDefault(1)),
  },
  Effect.fn("ask.sample")(function* ({ form, count, seed }) {
    const { storage } = yield* Settings
    const drawn = samples(form, seed, placesIn(storage))
    if (drawn === undefined)
      return yield* new Unusable({
        message: `--form takes all, or one of ${forms.map(({ id }) => id).join(", ")}. Nothing was printed.`,
      })
    yield* Effect.promise(() => write(lines(drawn, count)))
  }),
).pipe(withSettings, Command.withDescription("Print valid submissions to a form, one line of JSON each"))
