/** Reads a file of texts, one JSON object with an id and a text a line, without holding all of it in memory. */
import { closeSync, openSync, readSync } from "node:fs"
import { Effect, Result, Schema } from "effect"
import { Unusable } from "./exit-code.ts"

export interface TextLine {
  readonly id: string | number
  readonly text: string
}

const TextLine = Schema.fromJsonString(
  Schema.Struct({ id: Schema.Union([Schema.String, Schema.Number]), text: Schema.String }),
)
/** Other keys are ignored: nothing is done with them. */
const decode = Schema.decodeUnknownResult(TextLine)

const chunk = 1 << 16
const longestLine = 1 << 20

const refuse = (message: string): Unusable => new Unusable({ message: `${message} No text was scanned.` })

/** Lines as they are in the file; a generator, so that the file is read as lines are asked for. */
function* linesOf(file: number): Generator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true })
  const bytes = new Uint8Array(chunk)
  let rest = ""
  for (;;) {
    const count = readSync(file, bytes, 0, chunk, null)
    rest += decoder.decode(bytes.subarray(0, count), { stream: count > 0 })
    const lines = rest.split("\n")
    rest = lines.pop() ?? ""
    yield* lines
    if (rest.length > longestLine) yield rest
    if (count === 0) break
  }
  if (rest !== "") yield rest
}

/** Calls `each` for every text. Fails on the first line that is not one, and names its number only. */
export const eachTextLine = Effect.fnUntraced(function* (path: string, each: (line: TextLine) => void) {
  const file = yield* Effect.try({
    try: () => openSync(path, "r"),
    catch: () => refuse(`${path} cannot be read. Name a file of JSON lines that is there.`),
  })
  let number = 0
  const walk = (): Unusable | undefined => {
    for (const line of linesOf(file)) {
      number += 1
      if (line.trim() === "") continue
      const decoded = line.length > longestLine ? undefined : decode(line)
      if (decoded === undefined || Result.isFailure(decoded))
        return refuse(`Line ${number} of ${path} is not {"id": …, "text": "…"}. Correct the line.`)
      each(decoded.success)
    }
    return undefined
  }
  const fault = yield* Effect.try({
    try: walk,
    catch: () =>
      refuse(`Line ${number + 1} of ${path} or one soon after cannot be read as UTF-8. Save the file as UTF-8.`),
  }).pipe(Effect.ensuring(Effect.sync(() => closeSync(file))))
  if (fault !== undefined) return yield* fault
})
