/** Runs the text detector over texts from anywhere, and prints what it would do with each. */
import { Console, Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { Evidence } from "../../db/evidence/evidence.ts"
import { readDetector } from "../../db/free-text/read-detector.ts"
import { banded } from "../../policy/banded.ts"
import type { Detection } from "../../policy/free-text/detector.ts"
import { onEvidence } from "./on-evidence.ts"
import { eachTextLine, type TextLine } from "./text-lines.ts"
import { typedPath } from "./typed-path.ts"
import { switchFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

const lineOf = ({ id }: TextLine, { decision, spans, cleaned, concerns }: Detection, withConcerns: boolean): string =>
  JSON.stringify({
    id,
    decision,
    spans: spans.map(({ start, end, kind }) => ({ start, end, kind })),
    cleaned,
    ...(withConcerns && { concerns }),
  })

const linesAtOnce = 500

const scan = Command.make(
  "scan",
  {
    path: Argument.String("FILE").pipe(Argument.withDescription('One {"id": …, "text": "…"} a line')),
    concerns: switchFlag("concerns", "Print the concerns for a child's safety, too, such as harm-to-self"),
  },
  Effect.fn("ask.free-text.scan")(function* ({ path, concerns }) {
    const file = yield* typedPath(path)
    // Each line is looked at before any is scanned: a wrong line late in the file leaves nothing half done.
    yield* eachTextLine(file, () => undefined)
    const detector = yield* readDetector
    const lines: string[] = []
    const print = Effect.suspend(() => (lines.length === 0 ? Effect.void : Console.log(lines.splice(0).join("\n"))))
    yield* eachTextLine(file, (line) => {
      lines.push(lineOf(line, detector.detect(line.text), concerns))
      if (lines.length >= linesAtOnce) Effect.runSync(print)
    })
    yield* print
  }),
).pipe(
  withSettings,
  Command.withDescription("Print for each text of a file whether it is clean or held, its spans and its cleaned words"),
  Command.withExamples([{ command: "ask free-text scan TEXTS.jsonl" }]),
)

const status = Command.make(
  "status",
  {},
  Effect.fn("ask.free-text.status")(function* () {
    const { received, clean, held, reviewed, released } = yield* onEvidence(
      Effect.flatMap(Evidence, ({ texts }) => texts.counts),
    )
    const lines = [
      ["to be scanned", received],
      ["clean", clean],
      ["held for a person", held],
      ["reviewed", reviewed],
      ["released", released],
    ] as const
    for (const [state, texts] of lines) yield* Console.log(`${state}: ${banded(texts)}`)
  }),
).pipe(withSettings, Command.withDescription("Count the texts in each state between quarantine and release, in bands"))

export const freeText = Command.make("free-text").pipe(
  Command.withDescription("Find what identifies a person in children's own words"),
  Command.withSubcommands([scan, status]),
)
