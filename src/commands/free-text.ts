/** Runs the text detector over texts from anywhere, and prints what it would do with each. */
import { Console, Effect, type Scope } from "effect"
import { Argument, Command } from "effect/cli"
import { Evidence } from "../../db/evidence/evidence.ts"
import { recordedGrant } from "../../db/evidence/recorded-grant.ts"
import { reviewAgreement } from "../../db/free-text/agreement.ts"
import { readDetector } from "../../db/free-text/read-detector.ts"
import { drawAudit, releaseTexts } from "../../db/free-text/release.ts"
import type { ReleaseContext } from "../../db/free-text/release-context.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { banded, bandStart } from "../../policy/banded.ts"
import type { Capability } from "../../policy/capability/capability.ts"
import type { PersonId, Team } from "../../policy/capability/member.ts"
import type { Estimate } from "../../policy/cleaning/agreement.ts"
import type { Detection } from "../../policy/free-text/detector.ts"
import type { CollectionWindow } from "../../policy/window.ts"
import { Settings } from "../deployment/settings.ts"
import { onEvidence } from "./on-evidence.ts"
import { eachTextLine, type TextLine } from "./text-lines.ts"
import { typedPath } from "./typed-path.ts"
import { ownerOnly, personFlag, switchFlag } from "./values.ts"
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

const by = personFlag("by", "The supervisor who decides")

/** The store, the keys and the detector, for a supervisor's step. */
const asSupervisor = <A, E extends { readonly _tag: string; readonly message: string }>(
  person: PersonId,
  step: (
    context: ReleaseContext,
    supervisor: Capability<"release-texts">,
  ) => Effect.Effect<A, E, Team | CollectionWindow | Scope.Scope>,
) =>
  Effect.gen(function* () {
    yield* ownerOnly
    const { storage } = yield* Settings
    const { dataDir, mode } = storage
    const detector = yield* readDetector
    return yield* onEvidence(
      Effect.gen(function* () {
        const evidence = yield* Evidence
        const supervisor = yield* recordedGrant("release-texts", person)
        return yield* step({ evidence, detector, dataDir, mode, keys: privateKeysOf(storage) }, supervisor)
      }).pipe(Effect.scoped),
    )
  })

const audit = Command.make(
  "audit",
  { by },
  Effect.fn("ask.free-text.audit")(function* ({ by: person }) {
    const drawn = yield* asSupervisor(person, drawAudit)
    yield* Console.log(
      drawn === 0
        ? "The audit's sample is complete. Nothing was drawn."
        : `Drawn at random for people to read: ${banded(drawn)} clean texts. They wait in the queue of the review.`,
    )
  }),
).pipe(
  withSettings,
  Command.withDescription(
    "Draw the clean texts that people read before any text is released that only the detector cleaned",
  ),
)

const release = Command.make(
  "release",
  { by },
  Effect.fn("ask.free-text.release")(function* ({ by: person }) {
    const { texts, clean } = yield* asSupervisor(person, releaseTexts)
    yield* Console.log(`Texts released, with every copy of their words destroyed: ${banded(texts)}.`)
    if (clean !== undefined) yield* Console.log(clean.message)
  }),
).pipe(
  withSettings,
  Command.withDescription("Release reviewed texts, and clean ones past their audit; destroy their words in every copy"),
)

const estimateText = (estimate: Estimate | undefined): string =>
  estimate === undefined
    ? "not to be measured yet"
    : `${estimate.value.toFixed(2)} (95 % interval ${estimate.low.toFixed(2)} to ${estimate.high.toFixed(2)})`

const agreement = Command.make(
  "agreement",
  {},
  Effect.fn("ask.free-text.agreement")(function* () {
    const { texts, kappa, alpha, spans } = yield* onEvidence(Effect.flatMap(Evidence, reviewAgreement))
    yield* Console.log(`Texts that two people reviewed: ${banded(texts)}`)
    if (bandStart(texts) === 0) return
    yield* Console.log(`Cohen's kappa: ${estimateText(kappa)}`)
    yield* Console.log(`Krippendorff's alpha: ${estimateText(alpha)}`)
    yield* Console.log(`F1 of their spans: ${estimateText(spans)}`)
  }),
).pipe(withSettings, Command.withDescription("Measure how far reviewers agree on the texts that two of them reviewed"))

export const freeText = Command.make("free-text").pipe(
  Command.withDescription("Find what identifies a person in children's own words"),
  Command.withSubcommands([scan, status, audit, release, agreement]),
)
