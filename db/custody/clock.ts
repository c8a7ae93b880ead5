/** Runs the retention clock: verifies the ledger, records reviews that fall due, and destroys what nobody decided about in time. */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect, type Scope } from "effect"
import { type Day, daysAfter, isDay, today } from "../../policy/civil-day.ts"
import { destroyOverdue, type RetentionState } from "../../policy/custody/retention.ts"
import { parameters } from "../../policy/parameters.ts"
import { attempt } from "../attempt.ts"
import { checkAndKeepLedger, keepAnchor, type LedgerTrouble } from "../evidence/ledger-anchor.ts"
import { readKey } from "../keys/key-file.ts"
import type { CustodyContext } from "./context.ts"
import { ClockJumped } from "./custody-refusals.ts"
import { keepStepsDue } from "./decide.ts"
import { eraseDays, type NotErased } from "./erase-days.ts"

/** The day of the last look, apart from the store. Only the clock and a person who confirms the date write it. */
export const lookFile = (dataDir: string): string => join(dataDir, "keys", "retention.look")

export const lastLook = (dataDir: string) =>
  attempt("keys", () => {
    const text = readKey(lookFile(dataDir)) && readFileSync(lookFile(dataDir), "utf8").trim()
    return isDay(text) ? text : undefined
  })

export const keepLook = (dataDir: string, on: Day) =>
  attempt("keys", () => writeFileSync(lookFile(dataDir), `${on}\n`, { mode: 0o600, flush: true }))

const isPastDue =
  (on: Day) =>
  (state: RetentionState): boolean =>
    state.state !== "destroyed" && on >= state.facts.dueOn

/** Without an earlier look nothing may be due yet; otherwise the clock may have gone on by a fortnight at most. */
const refuseJump = Effect.fn("Custody.refuseJump")(function* ({ evidence, dataDir }: CustodyContext, on: Day) {
  const last = yield* lastLook(dataDir)
  if (last === undefined) {
    if ((yield* evidence.retentions).some(isPastDue(on)))
      return yield* new ClockJumped({ from: "an unknown day", to: on })
    return
  }
  if (on < last || on > daysAfter(last, parameters.clockJump.value))
    return yield* new ClockJumped({ from: last, to: on })
})

export interface ClockResult {
  readonly inReview: readonly Day[]
  readonly destroyed: readonly Day[]
}

export const runRetentionClock = Effect.fn("Custody.clock")(function* (
  context: CustodyContext,
): Effect.fn.Return<ClockResult, LedgerTrouble | ClockJumped | NotErased, Scope.Scope> {
  const { evidence, dataDir } = context
  yield* checkAndKeepLedger(evidence, dataDir)
  const on = yield* today
  yield* refuseJump(context, on)
  const states = yield* Effect.forEach(yield* evidence.retentions, (state) => keepStepsDue(context, state))
  const overdue = states.flatMap((state) => (state.state === "review-overdue" ? [state] : []))
  if (overdue.length > 0) {
    const erased = yield* eraseDays(
      context,
      overdue.map(({ facts }) => facts.of),
    )
    for (const state of overdue) {
      const gone = erased.get(state.facts.of)
      if (gone !== undefined) yield* evidence.keepRetention(yield* destroyOverdue(state, gone))
    }
  }
  yield* keepLook(dataDir, on)
  yield* keepAnchor(dataDir, yield* evidence.verify())
  return {
    inReview: states.filter(({ state }) => state === "review-due").map(({ facts }) => facts.of),
    destroyed: overdue.map(({ facts }) => facts.of),
  }
})
