/** Five years of random histories on a real store: the clock, two supervisors and readers do what the model says, and nothing else. */
import { Effect, Result } from "effect"
import fc from "fast-check"
import { expect, test } from "vitest"
import { runRetentionClock } from "../../db/custody/clock.ts"
import { confirmDate } from "../../db/custody/confirm-date.ts"
import type { CustodyContext } from "../../db/custody/context.ts"
import { destroyDay, extendDay } from "../../db/custody/decide.ts"
import { keysInFolder } from "../../db/keys/private-keys.ts"
import { today as civilToday } from "../../policy/civil-day.ts"
import { unlock } from "../../policy/custody/unlock.ts"
import { evidenceFile } from "../../src/deployment/storage.ts"
import { openedEvidence, rawEvidence } from "../support/evidence.ts"
import { keepRows, keptRow } from "../support/kept-responses.ts"
import { reasons } from "../support/policy/custody.ts"
import { seed, World } from "../support/policy/histories.ts"
import { later, type Model, phase, twoYearsOn } from "../support/policy/retention-model.ts"
import { day, granted } from "../support/policy/team.ts"
import { newFolder } from "../support/store.ts"
import { matchedSamples } from "../support/transfer.ts"

const tags = ["retention-reviewed-after-two-years" as const]
const dayLength = 86_400_000
const numRuns = process.env["FULL"] === "1" ? 60 : 6
const given = "2027-04-20"
const samples = matchedSamples(5, 3)

type Command =
  | { readonly do: "wait"; readonly days: number }
  | { readonly do: "clock" | "confirm" | "read" }
  | { readonly do: "extend"; readonly days: number; readonly two: boolean }
  | { readonly do: "destroy"; readonly two: boolean }

const simple = (what: "clock" | "confirm" | "read") => fc.constant({ do: what })
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("wait" as const), days: fc.constantFrom(-1, 1, 13, 15, 30, 180, 365) }),
  },
  { weight: 5, arbitrary: simple("clock") },
  { weight: 4, arbitrary: simple("confirm") },
  { weight: 3, arbitrary: simple("read") },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("extend" as const),
      days: fc.constantFrom(0, 100, 365, 800),
      two: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("destroy" as const), two: fc.boolean() }) },
)

let reached: Record<string, number> = {}
const count = (what: string): void => {
  reached[what] = (reached[what] ?? 0) + 1
}

class Walk {
  readonly world = new World(Date.parse(`${given}T12:00:00Z`), "always")
  readonly model: Model = { given, until: undefined, seen: given, destroyed: false }
  /** The day of the last look of the clock. */
  look: string = given
  readonly context: CustodyContext

  constructor(context: CustodyContext) {
    this.context = context
  }

  get now(): string {
    return phase(this.model, this.world.today)
  }

  /** The steps that fell due are stored: a clock put back undoes none. */
  see(): void {
    if (this.world.today > this.model.seen) this.model.seen = this.world.today
  }

  async clock(): Promise<void> {
    const { world, model } = this
    const { today } = world
    const jumped = today < this.look || today > later(this.look, 14)
    const result = await world.runLater(runRetentionClock(this.context))
    expect(Result.isSuccess(result)).toBe(!jumped)
    count(jumped ? "clock refused" : "clock ran")
    if (jumped) return
    this.see()
    this.look = today
    if (this.now === "review-overdue") {
      model.destroyed = true
      count("destroyed by the clock")
    }
  }

  async confirm(): Promise<void> {
    const act = Effect.flatMap(granted("destroy-data", "head-of-data-science"), (may) => confirmDate(this.context, may))
    expect(Result.isSuccess(await this.world.runLater(act))).toBe(true)
    this.look = this.world.today
  }

  async read(): Promise<void> {
    const { evidence } = this.context
    const act = Effect.gen(function* () {
      const may = yield* granted("read-responses", "evidence-team")
      const [state] = yield* evidence.retentions
      return state === undefined ? undefined : yield* unlock(may, state)
    })
    expect(Result.isSuccess(await this.world.runLater(act))).toBe(!["review-overdue", "destroyed"].includes(this.now))
    count(`read ${this.now}`)
  }

  async extend(days: number, two: boolean): Promise<void> {
    const { world, model, context } = this
    const until = later(world.today, days)
    const act = Effect.gen(function* () {
      const one = yield* granted("extend-retention", "head-of-data-science")
      const other = two ? yield* granted("extend-retention", "director-of-evidence") : one
      return yield* extendDay(context, day(given), [one, other], { ...reasons, until })
    })
    const dueOn = model.until ?? twoYearsOn(given)
    const may =
      this.now === "review-due" && two && until > world.today && until > dueOn && until <= twoYearsOn(world.today)
    expect(Result.isSuccess(await world.runLater(act))).toBe(may)
    this.see()
    count(may ? "extended" : "extension refused")
    if (may) model.until = until
  }

  async destroy(two: boolean): Promise<void> {
    const { context, model } = this
    const act = Effect.gen(function* () {
      const one = yield* granted("destroy-data", "head-of-data-science")
      const other = two ? yield* granted("destroy-data", "director-of-evidence") : one
      return yield* destroyDay(context, day(given), [one, other])
    })
    const may = this.now === "review-overdue" || (two && ["review-due", "extended"].includes(this.now))
    expect(Result.isSuccess(await this.world.runLater(act))).toBe(may)
    this.see()
    if (!may) return count("destruction refused")
    model.destroyed = true
    count("destroyed by decision")
  }

  async do(each: Command): Promise<void> {
    if (each.do === "wait") this.world.instant += each.days * dayLength
    else if (each.do === "extend") await this.extend(each.days, each.two)
    else if (each.do === "destroy") await this.destroy(each.two)
    else await this[each.do]()
  }
}

const begun = async (): Promise<Walk> => {
  const dataDir = newFolder()
  const source = { dialect: "sqlite", file: evidenceFile(dataDir) } as const
  await keepRows(
    source,
    samples.map((sample) => keptRow(sample, given)),
    { days: [given] },
  )
  const evidence = await openedEvidence(source)
  await Effect.runPromise(evidence.arrivals.markVerified(day(given)))
  await Effect.runPromise(
    Effect.flatMap(civilToday, (on) =>
      evidence.arrivals.complete(day(given), {
        kind: "day-transferred",
        body: { of: day(given), on, responses: 0 as never, digest: "0".repeat(64) as never },
      }),
    ),
  )
  const walk = new Walk({ evidence, sources: [source], dataDir, keys: keysInFolder(dataDir) })
  await walk.clock()
  return walk
}

test("the product follows the model", { tags, timeout: 600_000 }, async () => {
  reached = {}
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 30, maxLength: 30 }), async (commands) => {
      const walk = await begun()
      for (const each of commands) await walk.do(each)
      const { evidence } = walk.context
      const { db } = rawEvidence(walk.context.sources[0] ?? { dialect: "sqlite", file: "" })
      const rows = await db.selectFrom("kept_response").select("id").execute()
      expect(rows).toHaveLength(walk.model.destroyed ? 0 : samples.length)
      expect((await Effect.runPromise(evidence.verify())).length).toBeGreaterThan(1)
    }),
    { numRuns, seed },
  )
  if (process.env["FULL"] === "1")
    for (const what of [
      "clock refused",
      "clock ran",
      "extended",
      "extension refused",
      "destroyed by the clock",
      "destroyed by decision",
    ])
      expect(reached[what] ?? 0, what).toBeGreaterThan(0)
})
