/**
 * No count of 1 to 9 can be read or worked out from the words shown: for each there is another state of the stores that
 * shows the same words, now and before, and in which that count is another.
 */
import fc from "fast-check"
import { expect, test } from "vitest"
import type { Outcome } from "../../../db/collection/append.ts"
import type { Count } from "../../../db/collection/counts.ts"
import { daysAfter } from "../../../policy/civil-day.ts"
import { complaintNotices } from "../../../policy/custody/complaint.ts"
import { type FormId, formIds } from "../../../policy/data/form-id.ts"
import { seen } from "../../../policy/facts/fact.ts"
import { canonicalJson } from "../../../policy/record/canonical-json.ts"
import { complaintsReport } from "../../../policy/report/custody-report.ts"
import { liveCounts } from "../../../policy/report/live-counts.ts"
import { countTable } from "../../../src/commands/count-table.ts"
import { countLines } from "../../../src/commands/counts.ts"
import { storeReport } from "../../../src/commands/store-facts.ts"
import { metricsText } from "../../../src/launcher/metrics.ts"
import { nothingYet } from "../../../src/launcher/numbers.ts"
import { day } from "../../support/policy/team.ts"

const tags = ["small-cells-suppressed" as const]
const today = day("2027-05-03")
const days = ["2027-05-01", "2027-05-02", "2027-05-03"] as const
const asked: readonly FormId[] = formIds.slice(0, 2)

/** A cell: a form, a day, and whether it is transferred. */
const cells = (["sealed", "moved"] as const).flatMap((store) =>
  asked.flatMap((form) => days.map((on) => ({ store, form, day: on }))),
)

interface State {
  /** In the order of the cells. */
  readonly counts: readonly number[]
  readonly complaints: number
  /** Since the start of the platform. */
  readonly stored: number
}

const countsIn = ({ counts }: State, store: "sealed" | "moved"): readonly Count[] =>
  cells.flatMap((cell, at) => {
    const responses = counts[at] ?? 0
    return cell.store === store && responses > 0 ? [{ form: cell.form, day: cell.day, responses }] : []
  })

const complaintsIn = (complaints: number) =>
  Array.from({ length: complaints }, (_, at) => ({
    id: `${at}`.padStart(12, "0"),
    receivedOn: daysAfter(today, -60),
    acknowledged: false,
    replied: false,
  }))

/** Makes each text once. */
const once = <K, V>(make: (of: K) => V) => {
  const made = new Map<K, V>()
  return (of: K): V => {
    const value = made.get(of) ?? make(of)
    made.set(of, value)
    return value
  }
}

const complaintWords = once((complaints: number): string => {
  const all = complaintsIn(complaints)
  return [...complaintNotices(all, today), canonicalJson(complaintsReport({ complaints: seen(all) }, today))].join("\n")
})

const metricWords = once((stored: number): string =>
  metricsText({ ...nothingYet, answers: new Map<Outcome, number>([["stored", stored]]) }),
)

/** Everything that is shown of a state: the report, status, the counts and the metrics. */
const shown = once((state: State): string => {
  const [sealed, moved] = [countsIn(state, "sealed"), countsIn(state, "moved")]
  return [
    countTable("sealed", sealed),
    countTable("moved", moved),
    ...countLines(liveCounts([...sealed, ...moved], today)),
    canonicalJson(storeReport(sealed)),
    complaintWords(state.complaints),
    metricWords(state.stored),
  ].join("\n")
})

/** What somebody saw before, and what they see now. */
interface Seen {
  readonly before: State
  readonly after: State
}

const isPossible = ({ before, after }: Seen): boolean =>
  [...before.counts, before.complaints, before.stored].every((count) => count >= 0) &&
  after.counts.every((count, at) => count >= (before.counts[at] ?? 0)) &&
  after.complaints >= before.complaints &&
  after.stored >= before.stored

const changed = (state: State, by: ReadonlyMap<number, number>): State => ({
  ...state,
  counts: state.counts.map((count, at) => count + (by.get(at) ?? 0)),
})

/** One child more or fewer in a cell, and perhaps the other way round in another of its form. */
const shifts: ReadonlyArray<ReadonlyMap<number, number>> = cells.flatMap((cell, at) =>
  [1, -1].flatMap((by) => [
    new Map([[at, by]]),
    ...cells.flatMap((other, to) =>
      to !== at && other.form === cell.form
        ? [
            new Map([
              [at, by],
              [to, -by],
            ]),
          ]
        : [],
    ),
  ]),
)

const others = ({ before, after }: Seen): readonly Seen[] =>
  [
    ...shifts.flatMap((by) => {
      const [then, now] = [changed(before, by), changed(after, by)]
      return [
        { before: then, after: now },
        { before, after: now },
        { before: then, after },
      ]
    }),
    ...[1, -1].flatMap((by) =>
      (["complaints", "stored"] as const).flatMap((what) => {
        const later = { ...after, [what]: after[what] + by }
        return [
          { before, after: later },
          { before: { ...before, [what]: before[what] + by }, after: later },
          { before: { ...before, [what]: before[what] + by }, after },
        ]
      }),
    ),
  ].filter(isPossible)

type Quantity = readonly [name: string, of: (pair: Seen) => number]

const sumOf = ({ counts }: State, isOne: (cell: (typeof cells)[number]) => boolean): number =>
  cells.reduce((sum, cell, at) => sum + (isOne(cell) ? (counts[at] ?? 0) : 0), 0)

const ofStates: ReadonlyArray<readonly [string, (state: State) => number]> = [
  ...cells.map(
    (cell, at) => [`${cell.store} ${cell.form} ${cell.day}`, ({ counts }: State) => counts[at] ?? 0] as const,
  ),
  ...asked.map((form) => [form, (state: State) => sumOf(state, (cell) => cell.form === form)] as const),
  ...days.map((on) => [on, (state: State) => sumOf(state, (cell) => cell.day === on)] as const),
  ["all", (state) => sumOf(state, () => true)],
  ["complaints", ({ complaints }) => complaints],
  ["stored", ({ stored }) => stored],
]

/** Each count before and now, and what it grew by. */
const quantities: readonly Quantity[] = ofStates.flatMap(([name, of]): readonly Quantity[] => [
  [`${name} before`, ({ before }) => of(before)],
  [`${name} now`, ({ after }) => of(after)],
  [`growth of ${name}`, ({ before, after }) => of(after) - of(before)],
])

const isSmall = (count: number): boolean => count >= 1 && count <= 9

/** The small counts that every other state with the same words shares. */
const givenAway = (pair: Seen): readonly string[] => {
  const [then, now] = [shown(pair.before), shown(pair.after)]
  const alike = others(pair).filter((other) => shown(other.before) === then && shown(other.after) === now)
  return quantities
    .filter(([, of]) => isSmall(of(pair)) && alike.every((other) => of(other) === of(pair)))
    .map(([name, of]) => `${name}: ${of(pair)}`)
}

/** Mostly small, or next to where a band begins. */
const count = fc.oneof(
  fc.integer({ min: 0, max: 9 }),
  fc.constantFrom(0, 1, 9, 10, 11, 19, 20, 29, 99, 100, 1000, 1009),
)
const growth = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 11 }))
const pairs = fc
  .tuple(
    fc.array(fc.tuple(count, growth), { minLength: cells.length, maxLength: cells.length }),
    fc.tuple(fc.integer({ min: 0, max: 25 }), growth),
    fc.tuple(count, growth),
  )
  .map(
    ([counts, [complaints, more], [stored, risen]]): Seen => ({
      before: { counts: counts.map(([first]) => first), complaints, stored },
      after: { counts: counts.map(([first, by]) => first + by), complaints: complaints + more, stored: stored + risen },
    }),
  )

test("no count of 1 to 9, and no small growth, can be worked out from the words shown", {
  tags,
  timeout: 120_000,
}, () => {
  const numRuns = process.env["FULL"] === undefined ? 8 : 300
  fc.assert(
    fc.property(pairs, (pair) => {
      expect(givenAway(pair)).toEqual([])
    }),
    { numRuns, seed: 17 },
  )
})

test("a total of the true sum would have given away nine days of one child each", { tags }, () => {
  const nine = days.map((on): Count => ({ form: "4-5", day: on, responses: 1 }))
  const more = nine.map((each, at) => ({ ...each, responses: at === 0 ? 9 : 1 }))
  expect(countTable("", nine)).toBe(countTable("", more))
  expect(countTable("", nine)).toContain("fewer than 10 each day")
  expect(countTable("", [])).toContain("all days  none")
})
