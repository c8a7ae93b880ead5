/** Takes the ledger back to one of its heads, on a given day, so that a report can be made again with the same bytes. */
import { Clock, DateTime, Effect, Option, Schema, Stream } from "effect"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { civilDate, type Day, isDay } from "../../policy/civil-day.ts"
import type { Fact } from "../../policy/facts/fact.ts"
import type { Facts } from "../../policy/facts/facts.ts"
import type { LedgerLook } from "../../policy/facts/ledger-look.ts"
import { beginning } from "../../policy/record/ledger.ts"
import { evidenceSource, type StorageSettings } from "../deployment/storage.ts"
import { Unusable } from "./exit-code.ts"

export interface AsOf {
  readonly head: string
  readonly length: number
  readonly newest: Day | undefined
}

class MovedOn extends Schema.TaggedError<MovedOn>()("MovedOn", { length: Schema.Int, kind: Schema.String }) {
  override get message() {
    return `The stores have moved on: after entry ${this.length} the ledger has an entry “${this.kind}”. No report was made. Take the kept report from the folder “earlier”.`
  }
}

/** Entries that change nothing in the stores. */
const changesNothing = ["report-made", "report-signed"]

const dayOf = (instant: string): Day | undefined => {
  const day = Option.getOrUndefined(Option.map(DateTime.make(instant), civilDate))
  return day !== undefined && isDay(day) ? day : undefined
}

/** Finds the head, and refuses where anything but a report was recorded since: nobody can show the stores as they were. */
export const asOf = Effect.fn("AsOf.find")(function* (storage: StorageSettings, head: string, on: Day) {
  const source = { ...evidenceSource(storage), readOnly: true }
  const { ledger } = yield* openEvidence({ source, mode: storage.mode })
  const rows = [...(yield* Stream.runCollect(ledger))]
  const length = head === beginning.head ? 0 : (rows.find(({ hash }) => hash === head)?.seq ?? -1)
  if (length < 0)
    return yield* new Unusable({ message: `The ledger here has no head ${head.slice(0, 12)}. No report was made.` })
  const later = rows.find(({ seq, kind }) => seq > length && !changesNothing.includes(kind))
  if (later !== undefined) return yield* new MovedOn({ length, kind: later.kind })
  const newest = rows
    .filter(({ seq }) => seq <= length)
    .flatMap(({ at }) => dayOf(at) ?? [])
    .toSorted()
    .at(-1)
  if (newest !== undefined && on < newest)
    return yield* new Unusable({
      message: `The ledger had this head from ${newest}. No report was made. Give a later day.`,
    })
  const found: AsOf = { head, length, newest }
  return found
}, Effect.scoped)

/** Noon: every part of the report then has the same day. Waiting takes as long as it does. */
export const onDay =
  (day: Day) =>
  <A, E, R>(work: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.flatMap(Clock.Clock, (clock) => {
      const noon = Date.parse(`${day}T12:00:00Z`)
      const nanoseconds = BigInt(noon) * 1_000_000n
      const still: Clock.Clock = {
        currentTimeMillisUnsafe: () => noon,
        currentTimeMillis: Effect.succeed(noon),
        currentTimeNanosUnsafe: () => nanoseconds,
        currentTimeNanos: Effect.succeed(nanoseconds),
        monotonicTimeNanosUnsafe: () => clock.monotonicTimeNanosUnsafe(),
        monotonicTimeNanos: clock.monotonicTimeNanos,
        sleep: (duration) => clock.sleep(duration),
      }
      return Effect.provideService(work, Clock.Clock, still)
    })

const cut = <T, U>(fact: Fact<T>, to: (value: T) => U): Fact<U> => ("seen" in fact ? { seen: to(fact.seen) } : fact)

/**
 * The ledger as it was. What was known of it before is the last report that it names, so that making this report changes
 * nothing in the next making.
 */
export const takenBack = (
  { ledger, records }: Pick<Facts, "ledger" | "records">,
  back: AsOf | undefined,
): Pick<Facts, "ledger" | "records"> => {
  const own = back === undefined ? records : cut(records, (all) => all.slice(0, back.length))
  const made = ("seen" in own ? own.seen : [])
    .flatMap(({ kind, body }) => (kind === "report-made" ? [body] : []))
    .at(-1)
  const look = (now: LedgerLook): LedgerLook => {
    const { reported, ...rest } = now
    const { newest: _, ...bare } = rest
    const here =
      back === undefined
        ? rest
        : {
            ...bare,
            length: back.length,
            head: back.head,
            ...(back.newest !== undefined && { newest: back.newest }),
          }
    return reported === undefined || made === undefined
      ? here
      : { ...here, reported: { on: made.on, length: made.length } }
  }
  return { ledger: cut(ledger, look), records: own }
}
