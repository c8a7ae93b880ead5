/** Ten thousand random histories of one day's responses, against a plain model: nothing early, nothing late, nothing read overdue. */
import { Effect, Result } from "effect"
import fc from "fast-check"
import { expect, test } from "vitest"
import type { Day } from "../../policy/civil-day.ts"
import { confirmErased } from "../../policy/custody/destroyed.ts"
import {
  destroy,
  destroyOverdue,
  extend,
  type Retention,
  type RetentionState,
  restoreRetention,
  retain,
  stepsDue,
} from "../../policy/custody/retention.ts"
import { unlock } from "../../policy/custody/unlock.ts"
import type { Step } from "../../policy/record/step.ts"
import { reasons } from "../support/policy/custody.ts"
import { numRuns, seed, World } from "../support/policy/histories.ts"
import { edge, later, type Model, midnight, phase, twoYearsOn } from "../support/policy/retention-model.ts"
import { day, digest, granted } from "../support/policy/team.ts"

const tags = ["retention-reviewed-after-two-years" as const]
const hour = 3_600_000
const dayLength = 24 * hour

type Command =
  | { readonly do: "wait"; readonly hours: number }
  | { readonly do: "wait for the next edge"; readonly hours: number }
  | { readonly do: "put back" | "look" | "read" | "store and restore" | "destroy overdue" }
  | { readonly do: "extend"; readonly days: number; readonly said: boolean }
  | { readonly do: "destroy"; readonly two: boolean; readonly scanned: boolean }

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), hours: fc.nat(24 * 400) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("wait for the next edge" as const),
      hours: fc.constantFrom(-1, 0, 1, 24, 24 * 29),
    }),
  },
  { weight: 9, arbitrary: fc.record({ do: fc.constantFrom("put back", "look", "look", "read", "store and restore") }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("extend" as const),
      days: fc.integer({ min: -2, max: 740 }),
      said: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("destroy" as const), two: fc.boolean(), scanned: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("destroy overdue" as const) }) },
)

const history = fc.record({
  given: fc.integer({ min: Date.parse("2021-01-01") / dayLength, max: Date.parse("2032-12-31") / dayLength }),
  hour: fc.nat(23),
  commands: fc.array(command, { maxLength: 25, size: "max" }),
})

let reached: Record<string, number> = {}
const count = (what: string): void => {
  reached[what] = (reached[what] ?? 0) + 1
}

class Walk {
  readonly world: World
  readonly model: Model
  readonly given: Day
  /** The latest day that it has ever been, whatever was done to the clock. */
  latest: string
  state: RetentionState

  constructor(instant: number) {
    this.world = new World(instant, "always")
    this.given = day(this.world.today)
    this.latest = this.given
    this.model = { given: this.given, until: undefined, seen: this.given, destroyed: false }
    this.state = retain(this.given)
  }

  look(): void {
    const { world, model } = this
    for (const step of stepsDue(this.state, day(world.today))) this.state = world.keep(step)
    if (world.today > model.seen) model.seen = world.today
    expect(this.state.state).toBe(phase(model, world.today))
  }

  read(): void {
    const { world, model, state } = this
    const read = world.act("read-responses", "evidence-team", (capability) => unlock(capability, state))
    const stands = phase(model, world.today)
    expect(Result.isSuccess(read)).toBe(stands !== "review-overdue" && stands !== "destroyed")
    if (Result.isSuccess(read)) world.keep(read.success)
    count(`read ${stands}`)
  }

  extend(due: Retention<"review-due">, days: number, said: boolean): void {
    const { world, model } = this
    const { today } = world
    const until = later(today, days)
    const necessity = said ? reasons.necessity : "—"
    const extended = world.act("extend-retention", "director-of-evidence", (capability) =>
      Effect.flatMap(granted("extend-retention", "head-of-data-science"), (second) =>
        extend(capability, second, due, { ...reasons, necessity, until }),
      ),
    )
    const isNew = until > today && until > (model.until ?? twoYearsOn(this.given)) && until <= twoYearsOn(today)
    const may = phase(model, today) === "review-due" && said && isNew
    expect(Result.isSuccess(extended)).toBe(may)
    count(may ? "extended" : "extension refused")
    if (Result.isFailure(extended)) return
    this.state = world.keep(extended.success)
    model.until = until
    model.seen = today
  }

  destroy(due: Retention<"review-due"> | Retention<"extended">, two: boolean, scanned: boolean): void {
    const { world, given } = this
    const of = scanned ? given : later(given, 1)
    const destroyed = world.run(
      Effect.gen(function* () {
        const one = yield* granted("destroy-data", "head-of-data-science")
        const other = two ? yield* granted("destroy-data", "director-of-evidence") : one
        return yield* destroy(one, other, due, yield* confirmErased({ of, residue: "none", scan: digest("scan") }))
      }),
    )
    expect(Result.isSuccess(destroyed)).toBe(two && scanned)
    if (Result.isSuccess(destroyed)) this.destroyed(destroyed.success, "by decision", twoYearsOn(given))
  }

  destroyOverdue(overdue: Retention<"review-overdue">): void {
    const scan = confirmErased({ of: this.given, residue: "none", scan: digest("scan") })
    const destroyed = this.world.run(Effect.flatMap(scan, (gone) => destroyOverdue(overdue, gone)))
    if (Result.isFailure(destroyed)) throw new Error("it was not destroyed")
    this.destroyed(destroyed.success, "by the clock", later(twoYearsOn(this.given), 30))
  }

  destroyed(step: Step<RetentionState>, how: string, notBefore: string): void {
    expect(this.latest >= notBefore).toBe(true)
    this.state = this.world.keep(step)
    this.model.destroyed = true
    count(`destroyed ${how}`)
  }

  do(command: Command): void {
    const { state } = this
    if (this.world.today > this.latest) this.latest = this.world.today
    switch (command.do) {
      case "wait":
        this.world.instant += command.hours * hour
        return
      case "wait for the next edge":
        this.world.instant = Math.max(this.world.instant, midnight(edge(this.model)) + command.hours * hour)
        return
      case "put back":
        this.world.instant -= hour
        return
      case "look":
        this.look()
        return
      case "read":
        this.read()
        return
      case "store and restore":
        this.state = Effect.runSync(restoreRetention(JSON.parse(JSON.stringify(state))))
        return
      case "extend":
        if (state.state === "review-due") this.extend(state, command.days, command.said)
        return
      case "destroy":
        if (state.state === "review-due" || state.state === "extended")
          this.destroy(state, command.two, command.scanned)
        return
      case "destroy overdue":
        if (state.state === "review-overdue") this.destroyOverdue(state)
    }
  }
}

test(`${numRuns} histories of retention agree with the model`, { tags, timeout: 120_000 }, () => {
  reached = {}
  fc.assert(
    fc.property(history, ({ given, hour: startHour, commands }) => {
      const walk = new Walk(given * dayLength + startHour * hour)
      for (const each of commands) walk.do(each)
      walk.look()
      expect(walk.world.ledgerHolds).toBe(true)
    }),
    { numRuns, seed },
  )
  for (const what of [
    "read active",
    "read review-due",
    "read review-overdue",
    "read extended",
    "read destroyed",
    "extended",
    "extension refused",
    "destroyed by decision",
    "destroyed by the clock",
  ])
    expect(reached[what] ?? 0, what).toBeGreaterThan(numRuns / 1000)
})
