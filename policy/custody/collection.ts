/** Moves a collection from not open to open, closing and closed, in that order and once: no function goes back. */
import { Effect, Schema } from "effect"
import { type Capability, exercise } from "../capability/capability.ts"
import type { Team } from "../capability/member.ts"
import type { NotGranted } from "../capability/standing.ts"
import { Day, today } from "../civil-day.ts"
import { Digest } from "../record/digest.ts"
import type { Step } from "../record/step.ts"
import type { RuleId } from "../rule-id.ts"
import { CollectionWindow, openToday, WindowClosed, windowState } from "../window.ts"
import type { Emptied } from "./emptied.ts"
import { type State, stateMachine } from "./state.ts"

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

const mark: unique symbol = Symbol("collection")

export interface Collection<S extends Name, Rule extends RuleId = "web-server-emptied-at-close">
  extends State<typeof mark, Rule, S, Facts<S>> {}
export type CollectionState = { [S in Name]: Collection<S> }[Name]

const { enter, factsOf, restore } = stateMachine(mark, "web-server-emptied-at-close", facts)

export const restoreCollection: (stored: unknown) => Effect.Effect<CollectionState, Schema.SchemaError> = restore

export const notOpen = (): Collection<"not-open"> => enter("not-open", { extracts: [] })

const opened = (unopened: Collection<"not-open">, openedOn: Day): Step<Collection<"open">> => ({
  state: enter("open", { ...factsOf(unopened), openedOn }),
  record: { kind: "collection-opened", body: { on: openedOn } },
})

/** Opens within the window, and not otherwise. */
export const openCollection = Effect.fn("Custody.openCollection")(function* (
  unopened: Collection<"not-open">,
): Effect.fn.Return<Step<Collection<"open">>, WindowClosed, CollectionWindow> {
  yield* openToday
  return opened(unopened, yield* today)
})

/** Responses of that day show that the collection was open; the ledger records it afterwards. */
export const foundOpen = Effect.fn("Custody.foundOpen")(function* (
  unopened: Collection<"not-open">,
  firstDay: Day,
): Effect.fn.Return<Step<Collection<"open">>, WindowClosed, CollectionWindow> {
  const state = windowState(yield* CollectionWindow, firstDay)
  if (state !== "open") return yield* new WindowClosed({ state })
  return opened(unopened, firstDay)
})

/** Adds the id of an extract that was taken; only an open collection can have one. */
export const noteExtract = (state: Collection<"open">, extract: Digest): Collection<"open"> => {
  const known = factsOf(state)
  return enter("open", { ...known, extracts: [...known.extracts, extract] })
}

const closing = (state: Collection<"open">, closingOn: Day): Collection<"closing"> =>
  enter("closing", { ...factsOf(state), closingOn })

/** When the window has ended an open collection begins to close by itself. */
export const closeByClock = Effect.fn("Custody.closeByClock")(function* (
  state: Collection<"open">,
): Effect.fn.Return<Step<Collection<"closing">> | undefined, never, CollectionWindow> {
  const on = yield* today
  if (windowState(yield* CollectionWindow, on) !== "closed") return undefined
  return { state: closing(state, on), record: { kind: "collection-closing", body: { on, by: "clock" } } }
})

/** A rehearsal has no window that could end: the person who runs it ends it. */
export const closeRehearsal = Effect.fn("Custody.closeRehearsal")(function* (
  _mode: "rehearsal",
  state: Collection<"open">,
): Effect.fn.Return<Step<Collection<"closing">>> {
  const on = yield* today
  return { state: closing(state, on), record: { kind: "collection-closing", body: { on, by: "rehearsal" } } }
})

/** A supervisor may end it before its time. */
export const closeEarly = Effect.fn("Custody.closeEarly")(function* (
  capability: Capability<"close-collection">,
  state: Collection<"open">,
): Effect.fn.Return<Step<Collection<"closing">>, NotGranted, Team | CollectionWindow> {
  const on = yield* exercise(capability)
  return { state: closing(state, on), record: { kind: "collection-closing", body: { on, by: capability.role } } }
})

/** Only `closeCollection` may call this: it has checked every extract. `tests/architecture/makers.test.ts` holds that. */
export const enterClosed = (state: Collection<"closing">, closedOn: Day, { rows }: Emptied): Collection<"closed"> =>
  enter("closed", { ...factsOf(state), closedOn, rows })
