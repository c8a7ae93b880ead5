/** A collection is not open, open, closing, closed, in that order and once: there is no function that goes back. */
import { Effect, Schema } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import type { Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import { Day, today } from "../civil-day.ts"
import { Digest } from "../evidence/digest.ts"
import type { Step } from "../evidence/step.ts"
import type { ExtractState, ProcessorExtract } from "../extract/extract.ts"
import type { RuleViolation } from "../rule.ts"
import type { RuleId } from "../rule-id.ts"
import { CollectionWindow, openToday, WindowClosed, windowState } from "../window.ts"
import { type Emptied, isEmptied, notEmptied } from "./emptied.ts"

/** The ids of all extracts ever taken, so that none is forgotten at close. */
const extracts = Schema.Array(Digest)

const facts = {
  "not-open": Schema.Struct({ extracts: Schema.Tuple([]) }),
  open: Schema.Struct({ openedOn: Day, extracts }),
  closing: Schema.Struct({ openedOn: Day, extracts, closingOn: Day }),
  closed: Schema.Struct({ openedOn: Day, extracts, closingOn: Day, closedOn: Day, rows: Digest }),
} as const

type Name = keyof typeof facts
type Facts<S extends Name> = (typeof facts)[S]["Type"]

/** `Rule` is for the compiler's message: a state out of turn, or made elsewhere, is refused in its name. */
class Collection<S extends Name, Rule extends RuleId = "web-server-emptied-at-close"> {
  readonly state: S
  readonly facts: Facts<S>
  readonly #rule: Rule | undefined

  constructor(state: S, known: Facts<S>) {
    this.state = state
    this.facts = known
    this.#rule = undefined
    Object.freeze(this)
  }

  static readonly isOne = (value: object): boolean => #rule in value
}

export type { Collection }
export type CollectionState = { [S in Name]: Collection<S> }[Name]

export const isCollectionState = Collection.isOne

export const notOpen = (): Collection<"not-open"> => new Collection("not-open", { extracts: [] })

/** Opens within the window, and not otherwise. */
export const openCollection = Effect.fnUntraced(function* (
  _state: Collection<"not-open">,
): Effect.fn.Return<Step<Collection<"open">>, WindowClosed, CollectionWindow> {
  yield* openToday
  const on = yield* today
  return {
    state: new Collection("open", { openedOn: on, extracts: [] }),
    record: { kind: "collection-opened", body: { on } },
  }
})

/** Answers of that day show that the collection was open, which is written down afterwards. */
export const foundOpen = Effect.fnUntraced(function* (
  _unopened: Collection<"not-open">,
  firstDay: Day,
): Effect.fn.Return<Step<Collection<"open">>, WindowClosed, CollectionWindow> {
  const state = windowState(yield* CollectionWindow, firstDay)
  if (state !== "open") return yield* new WindowClosed({ state })
  return {
    state: new Collection("open", { openedOn: firstDay, extracts: [] }),
    record: { kind: "collection-opened", body: { on: firstDay } },
  }
})

/** Only an open collection can have an extract taken of it. */
export const noteExtract = (
  { facts: known }: Collection<"open">,
  { facts: { id } }: ProcessorExtract<"taken">,
): Collection<"open"> => new Collection("open", { ...known, extracts: [...known.extracts, id] })

const closing = ({ facts: known }: Collection<"open">, closingOn: Day): Collection<"closing"> =>
  new Collection("closing", { ...known, closingOn })

/** When the window has ended an open collection begins to close by itself. */
export const closeByClock = Effect.fnUntraced(function* (
  state: Collection<"open">,
): Effect.fn.Return<Step<Collection<"closing">> | undefined, never, CollectionWindow> {
  const on = yield* today
  if (windowState(yield* CollectionWindow, on) !== "closed") return undefined
  return { state: closing(state, on), record: { kind: "collection-closing", body: { on, by: "clock" } } }
})

/** A rehearsal has no window that could end: whoever runs it ends it. */
export const closeRehearsal = Effect.fnUntraced(function* (
  _mode: "rehearsal",
  state: Collection<"open">,
): Effect.fn.Return<Step<Collection<"closing">>> {
  const on = yield* today
  return { state: closing(state, on), record: { kind: "collection-closing", body: { on, by: "rehearsal" } } }
})

/** A supervisor may end it before its time. */
export const closeEarly = Effect.fnUntraced(function* (
  capability: Capability<"close-collection">,
  state: Collection<"open">,
): Effect.fn.Return<Step<Collection<"closing">>, NotGranted, Team | CollectionWindow> {
  const on = yield* exercise(capability)
  return { state: closing(state, on), record: { kind: "collection-closing", body: { on, by: capability.role } } }
})

/** The extracts whose deletion is still to be certified. */
export class ExtractStillOpen extends Schema.TaggedError<ExtractStillOpen>()("ExtractStillOpen", {
  rule: Schema.Literal("processor-extracts-deleted-at-close"),
  extracts: Schema.Array(Digest),
}) {
  override get message() {
    return "The collection cannot be closed while an extract exists: obtain the processor's attestation of its deletion and certify it."
  }
}

const isCertified = (extract: ExtractState): extract is ProcessorExtract<"deletion-certified"> =>
  extract.state === "deletion-certified"

/** Collection<"closed"> is only what holds nothing more, here or with the processor. */
export const closeCollection = Effect.fnUntraced(function* (
  { facts: known }: Collection<"closing">,
  held: readonly ExtractState[],
  emptied: Emptied,
): Effect.fn.Return<Step<Collection<"closed">>, ExtractStillOpen | RuleViolation> {
  if (!isEmptied(emptied)) return yield* notEmptied
  const deleted = new Set(held.filter(isCertified).map(({ facts: { id } }) => id))
  const still = [...known.extracts, ...held.map(({ facts: { id } }) => id)].filter((id) => !deleted.has(id))
  if (still.length > 0)
    return yield* new ExtractStillOpen({
      rule: "processor-extracts-deleted-at-close",
      extracts: [...new Set(still)],
    })
  const closedOn = yield* today
  const { rows } = emptied
  return {
    state: new Collection("closed", { ...known, closedOn, rows }),
    record: { kind: "collection-closed", body: { on: closedOn, rows } },
  }
})

const Kept = Schema.Union([
  Schema.Struct({ state: Schema.Literal("not-open"), facts: facts["not-open"] }),
  Schema.Struct({ state: Schema.Literal("open"), facts: facts.open }),
  Schema.Struct({ state: Schema.Literal("closing"), facts: facts.closing }),
  Schema.Struct({ state: Schema.Literal("closed"), facts: facts.closed }),
])

/** A state as a store kept it is outside input: it is read whole or not at all. */
export const restoreCollection = (kept: unknown): Effect.Effect<CollectionState, Schema.SchemaError> =>
  Effect.map(Schema.decodeUnknownEffect(Kept, { onExcessProperty: "error" })(kept), (read): CollectionState => {
    switch (read.state) {
      case "not-open":
        return new Collection(read.state, read.facts)
      case "open":
        return new Collection(read.state, read.facts)
      case "closing":
        return new Collection(read.state, read.facts)
      case "closed":
        return new Collection(read.state, read.facts)
    }
  })
