/** Releases the cleaned texts of each complete day on a supervisor's decision, and destroys every copy of their words. */
import { Effect, Schema } from "effect"
import { type Capability, exercise } from "../../policy/capability/capability.ts"
import { type Day, isDay, today } from "../../policy/civil-day.ts"
import { auditGate, auditSize } from "../../policy/cleaning/release-gate.ts"
import { scanText } from "../../policy/cleaning/scan-text.ts"
import type { Detector } from "../../policy/free-text/detector.ts"
import { decided } from "../../policy/record/decision-record.ts"
import { digestOf } from "../../policy/record/digest.ts"
import { resealDay } from "../backup/reseal-day.ts"
import type { ReleasableText, Releasing } from "../evidence/released-texts.ts"
import { textDigest } from "../evidence/text-digest.ts"
import { plus } from "../response-digest.ts"
import { lockTransfers } from "../transfer-lock.ts"
import type { ReleaseContext } from "./release-context.ts"

export class TextsAltered extends Schema.TaggedError<TextsAltered>()("TextsAltered", { of: Schema.String }) {
  override get message() {
    return `Texts of ${this.of} are marked as clean, and the detector does not find them so. None of that day was released. Compare the store with its backup.`
  }
}

export class CopiesInUse extends Schema.TaggedError<CopiesInUse>()("CopiesInUse", {}) {
  override get message() {
    return "The texts are released, but another process can still read their words. Stop it, then release again to destroy every copy."
  }
}

/** Somebody with the file could have marked a text as clean: the detector looks once more. */
const isAsDetected =
  (detector: Detector) =>
  ({ state, words, cleaned }: ReleasableText): boolean =>
    state === "reviewed" || scanText(detector, words).cleaned === cleaned

/** Releases the cleaned texts of one day; returns how many texts. */
const releaseDay = Effect.fn("FreeText.releaseDay")(function* (
  { evidence, detector }: ReleaseContext,
  supervisor: Capability<"release-texts">,
  day: Day,
  states: Releasing,
) {
  const ready = yield* evidence.released.releasable(day, states)
  if (ready.length === 0) return 0
  if (!ready.every(isAsDetected(detector))) return yield* new TextsAltered({ of: day })
  const on = yield* exercise(supervisor)
  const before = yield* evidence.released.of(day)
  const added = ready.map(({ response, question, cleaned }) => ({ response, question, words: cleaned }))
  const digest = plus(textDigest(before), textDigest(added))
  const texts = before.length + ready.length
  const { role: by, person } = supervisor
  const body = { of: day, on, texts, digest, detector: detector.version, by, member: digestOf(person) }
  yield* evidence.released.release(yield* decided({ kind: "texts-released", body }), { day, states, on, digest })
  return ready.length
})

/** The days whose last release has no entry yet that every copy of the words is destroyed. */
const withCopies = Effect.fn("FreeText.withCopies")(function* ({ evidence }: Pick<ReleaseContext, "evidence">) {
  const destroyed = yield* evidence.bodiesOf("text-copies-destroyed")
  const done = new Set(destroyed.map(({ of, digest }) => `${of} ${digest}`))
  const last = yield* evidence.released.recorded
  return last.filter(({ of, digest, isRecall }) => !isRecall && !done.has(`${of} ${digest}`))
})

/** Ends the copies that a release leaves: pages of the database, sealed files, and backups elsewhere, whose key it destroys. */
export const destroyCopies = Effect.fn("FreeText.destroyCopies")(function* (context: Omit<ReleaseContext, "detector">) {
  const { evidence } = context
  const due = yield* withCopies(context)
  if (due.length === 0) return
  if (!(yield* evidence.answers.rewrite)) return yield* new CopiesInUse()
  for (const { of, texts, digest } of due) {
    yield* resealDay(context, of)
    const on = yield* today
    yield* evidence.record(yield* decided({ kind: "text-copies-destroyed", body: { of, on, texts, digest } }))
  }
})

export interface TextsReleased {
  readonly texts: number
  /** Why the clean texts stay: people have not read enough of them, or found a leak. */
  readonly clean: { readonly message: string } | undefined
}

/** Reviewed texts leave at once, clean ones only past the gate. Can be repeated after an interruption. */
export const releaseTexts = Effect.fn("FreeText.releaseTexts")(function* (
  context: ReleaseContext,
  supervisor: Capability<"release-texts">,
) {
  const { evidence, detector, dataDir } = context
  yield* exercise(supervisor)
  yield* lockTransfers(dataDir)
  const gate = auditGate(yield* evidence.released.audit(detector.version))
  const states: Releasing = gate._tag === "Success" ? ["reviewed", "clean"] : ["reviewed"]
  let texts = 0
  for (const { day, state } of yield* evidence.arrivals.days)
    if (state === "complete" && isDay(day)) texts += yield* releaseDay(context, supervisor, day, states)
  yield* destroyCopies(context)
  const released: TextsReleased = { texts, clean: gate._tag === "Success" ? undefined : gate.failure }
  return released
})

/** Draws the rest of the random sample of clean texts that people read; returns how many were drawn now. */
export const drawAudit = Effect.fn("FreeText.drawAudit")(function* (
  { evidence, detector }: Pick<ReleaseContext, "evidence" | "detector">,
  supervisor: Capability<"release-texts">,
) {
  const on = yield* exercise(supervisor)
  const audit = yield* evidence.released.audit(detector.version)
  const texts = auditSize(audit) - audit.drawn
  if (texts <= 0) return 0
  const body = { on, texts, detector: detector.version }
  yield* evidence.released.drawAudit(yield* decided({ kind: "text-audit-drawn", body }), { ...body, on })
  return texts
})
