/** Thousands of random histories of a collection and its extracts, against a plain model: no copy outlives close, nothing reopens. */
import { Effect, Result } from "effect"
import fc from "fast-check"
import { expect, test } from "vitest"
import { closeCollection } from "../../policy/custody/close-collection.ts"
import {
  type Collection,
  type CollectionState,
  closeByClock,
  closeEarly,
  notOpen,
  openCollection,
  restoreCollection,
} from "../../policy/custody/collection.ts"
import {
  certifyDeletion,
  type ExtractState,
  type ProcessorExtract,
  restoreExtract,
  takeExtract,
} from "../../policy/custody/extract.ts"
import { asking, emptied, window } from "../support/policy/custody.ts"
import { numRuns, seed, World } from "../support/policy/histories.ts"
import { digest } from "../support/policy/team.ts"

const tags = ["processor-extracts-deleted-at-close" as const, "web-server-emptied-at-close" as const]
const hour = 3_600_000
const dayLength = 24 * hour

type Command =
  | { readonly do: "wait"; readonly hours: number }
  | { readonly do: "open" | "close by the clock" | "close early" | "store and restore" }
  | { readonly do: "take"; readonly days: number; readonly said: boolean }
  | { readonly do: "certify"; readonly which: number; readonly days: number }
  | { readonly do: "close"; readonly hide: number }

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("wait" as const), hours: fc.nat(24 * 12) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom("open" as const, "open", "close by the clock", "close by the clock", "store and restore"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("close early" as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("take" as const),
      days: fc.integer({ min: -1, max: 9 }),
      said: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("certify" as const),
      which: fc.nat(4),
      days: fc.integer({ min: -3, max: 1 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("close" as const), hide: fc.nat(4) }) },
)

const later = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * dayLength).toISOString().slice(0, 10)

let reached: Record<string, number> = {}
const count = (what: string): void => {
  reached[what] = (reached[what] ?? 0) + 1
}

class Walk {
  readonly world: World
  collection: CollectionState = notOpen()
  extracts: ExtractState[] = []
  /** The model: how far the collection has come, and on what day each copy that still exists was taken. */
  stage = 0
  readonly open = new Map<string, string>()

  constructor(instant: number) {
    this.world = new World(instant, window)
  }

  get isWindowOpen(): boolean {
    return this.world.today >= window.opens && this.world.today <= window.closes
  }

  advance(to: CollectionState): void {
    this.collection = to
    this.stage += 1
    count(to.state)
  }

  begin(state: Collection<"not-open">): void {
    const { world } = this
    const step = world.run(openCollection(state))
    expect(Result.isSuccess(step)).toBe(this.isWindowOpen)
    if (Result.isSuccess(step)) this.advance(world.keep(step.success))
  }

  take(state: Collection<"open">, days: number, said: boolean): void {
    const { world } = this
    const { today } = world
    const draft = { ...asking, reason: said ? asking.reason : "—", expiresOn: later(today, days) }
    const taken = world.act("take-extract", "processor", (capability) => takeExtract(capability, state, draft))
    expect(Result.isSuccess(taken)).toBe(today <= window.closes && said && days >= 0 && days <= 7)
    count(Result.isSuccess(taken) ? "taken" : "not taken")
    if (Result.isFailure(taken)) return
    this.collection = taken.success.collection
    const extract = world.keep(taken.success)
    this.extracts.push(extract)
    this.open.set(extract.facts.id, today)
  }

  certify(extract: ProcessorExtract<"taken">, days: number): void {
    const { world, extracts } = this
    const deletedOn = later(world.today, days)
    const certified = world.act("certify-extract-deletion", "head-of-data-science", (capability) =>
      certifyDeletion(capability, extract, { deletedOn, attestation: digest("attestation") }),
    )
    const { id } = extract.facts
    expect(Result.isSuccess(certified)).toBe(days <= 0 && deletedOn >= (this.open.get(id) ?? "9"))
    if (Result.isFailure(certified)) return
    extracts[extracts.indexOf(extract)] = world.keep(certified.success)
    this.open.delete(id)
    count("certified")
  }

  startClosing(state: Collection<"open">, early: boolean): void {
    const { world } = this
    const step = early
      ? world.act("close-collection", "director-of-evidence", (capability) => closeEarly(capability, state))
      : world.run(closeByClock(state))
    if (Result.isFailure(step)) throw new Error("it did not begin to close")
    expect(step.success !== undefined).toBe(early || world.today > window.closes)
    if (step.success !== undefined) this.advance(world.keep(step.success))
  }

  close(state: Collection<"closing">, hide: number): void {
    const { world, extracts } = this
    const shown = extracts.filter((_, index) => index !== hide)
    const step = world.run(Effect.flatMap(emptied, (empty) => closeCollection(state, shown, empty)))
    const hidden = extracts[hide]
    const may = this.open.size === 0 && hidden === undefined
    expect(Result.isSuccess(step)).toBe(may)
    count(may ? "closed in full" : "still open")
    if (Result.isSuccess(step)) this.advance(world.keep(step.success))
  }

  do(each: Command): void {
    const { collection } = this
    switch (each.do) {
      case "wait":
        this.world.instant += each.hours * hour
        break
      case "open":
        if (collection.state === "not-open") this.begin(collection)
        break
      case "take":
        if (collection.state === "open") this.take(collection, each.days, each.said)
        break
      case "certify": {
        const extract = this.extracts[each.which]
        if (extract?.state === "taken") this.certify(extract, each.days)
        break
      }
      case "close by the clock":
      case "close early":
        if (collection.state === "open") this.startClosing(collection, each.do === "close early")
        break
      case "close":
        if (collection.state === "closing") this.close(collection, each.hide)
        break
      case "store and restore":
        this.collection = Effect.runSync(restoreCollection(JSON.parse(JSON.stringify(collection))))
        this.extracts = this.extracts.map((extract) =>
          Effect.runSync(restoreExtract(JSON.parse(JSON.stringify(extract)))),
        )
    }
    expect(["not-open", "open", "closing", "closed"].indexOf(this.collection.state)).toBe(this.stage)
    if (this.collection.state === "closed") expect(this.extracts.filter(({ state }) => state === "taken")).toEqual([])
  }
}

test(`${numRuns} histories of a collection agree with the model`, { tags, timeout: 120_000 }, () => {
  reached = {}
  const history = fc.record({
    hours: fc.integer({ min: -72, max: 24 * 20 }),
    commands: fc.array(command, { maxLength: 25, size: "max" }),
  })
  fc.assert(
    fc.property(history, ({ hours, commands }) => {
      const walk = new Walk(Date.parse(window.opens) + hours * hour)
      for (const each of commands) walk.do(each)
      expect(walk.world.ledgerHolds).toBe(true)
    }),
    { numRuns, seed },
  )
  for (const what of ["open", "closing", "closed", "taken", "not taken", "certified", "closed in full", "still open"])
    expect(reached[what] ?? 0, what).toBeGreaterThan(numRuns / 100)
})
