/** Random histories, seeded: one clock that tests set, everyone in office, and each effect run at once to its result. */
import { Clock, Context, Effect, type Result, type Scope } from "effect"
import { type Member, Team } from "../../../policy/capability/member.ts"
import type { Power } from "../../../policy/capability/power.ts"
import { type Role, roles } from "../../../policy/data/role.ts"
import {
  type Anchor,
  anchorAt,
  beginning,
  type LedgerRow,
  rowAfter,
  verifyLedger,
} from "../../../policy/record/ledger.ts"
import type { Step } from "../../../policy/record/step.ts"
import { CollectionWindow, type Window } from "../../../policy/window.ts"
import { clockAt } from "../clock.ts"
import { day, granted, memberOf } from "./team.ts"

export const numRuns = Number(process.env["FUZZ"] ?? 2_000)
export const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 31)

const civil = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" })

const dates = new Map<number, string>()

/** The date in London by the platform's own calendar, not by the code under test. */
export const londonDate = (instant: number): string => {
  const known = dates.get(instant)
  if (known !== undefined) return known
  const date = civil.format(instant)
  dates.set(instant, date)
  return date
}

export class World {
  instant: number
  readonly rows: LedgerRow[] = []
  readonly #context: Context.Context<Team | CollectionWindow>

  constructor(instant: number, window: Window | "always") {
    this.instant = instant
    const members = Effect.sync((): readonly Member[] =>
      roles.map((role) => memberOf(role, { from: day(this.today), trainedOn: day(this.today) })),
    )
    this.#context = Context.make(Team, Team.of({ members })).pipe(
      Context.add(CollectionWindow, window),
      Context.add(
        Clock.Clock,
        clockAt(() => this.instant),
      ),
    )
  }

  get today(): string {
    return londonDate(this.instant)
  }

  run<A, E>(effect: Effect.Effect<A, E, Team | CollectionWindow>): Result.Result<A, E> {
    return Effect.runSync(Effect.result(effect).pipe(Effect.provideContext(this.#context)))
  }

  /** The same for work on a real store. */
  runLater<A, E>(effect: Effect.Effect<A, E, Team | CollectionWindow | Scope.Scope>): Promise<Result.Result<A, E>> {
    return Effect.runPromise(Effect.result(Effect.scoped(effect)).pipe(Effect.provideContext(this.#context)))
  }

  /** What somebody in office does with a power of theirs. */
  act<const P extends Power, A, E>(
    power: P,
    role: Role,
    act: (capability: Effect.Success<ReturnType<typeof granted<P>>>) => Effect.Effect<A, E, Team | CollectionWindow>,
  ) {
    return this.run(Effect.flatMap(granted(power, role), act))
  }

  /** Keeps the record of a step and gives its state. */
  keep<S>({ state, record }: Step<S>): S {
    this.rows.push(rowAfter(this.head, new Date(this.instant).toISOString(), record))
    return state
  }

  get head(): Anchor {
    const last = this.rows.at(-1)
    return last === undefined ? beginning : anchorAt(last)
  }

  get ledgerHolds(): boolean {
    return verifyLedger(this.rows, this.head)._tag === "Success"
  }
}
