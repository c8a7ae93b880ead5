/** Compares each day's sealed rows with the count that the database keeps of them, and with the evidence store. */
import type { DecisionRecord } from "../record/decision-record.ts"
import type { KeptDay } from "./kept-day.ts"
import type { KeyFolder } from "./key-folder.ts"

export interface SealedDay {
  readonly day: string
  /** Counts that are compared, and never printed. */
  readonly rows: number
  readonly counted: number
  /** Whether it takes no more responses, because its last transfer has begun. */
  readonly isShut: boolean
}

export const sealedBreaches = (days: readonly SealedDay[]): readonly string[] =>
  days
    .filter(({ rows, counted }) => rows !== counted)
    .map(({ day, rows, counted }) =>
      rows < counted
        ? `sealed responses of ${day} are gone from the collection, and no transfer took them`
        : `the collection holds more sealed responses of ${day} than were counted as they arrived`,
    )

const isGivenUp = (records: readonly DecisionRecord[], day: string): boolean =>
  records.some((record) => record.kind === "answers-given-up" && record.body.of === day)

/** A shut day has begun its transfer: an evidence store that does not know it belongs to another collection. */
export const unknownTransfers = (
  sealed: readonly SealedDay[],
  kept: readonly KeptDay[],
  records: readonly DecisionRecord[],
): readonly string[] =>
  sealed
    .filter(({ isShut, day }) => isShut && !kept.some((each) => each.day === day) && !isGivenUp(records, day))
    .map(({ day }) => `the collection has handed over ${day}, and the evidence store knows no transfer of that day`)

/** Rows of a day whose key is destroyed come from an old copy of the collection. */
export const returnedDays = (sealed: readonly SealedDay[], kept: readonly KeptDay[]): readonly string[] =>
  sealed
    .filter(({ day, rows }) => rows > 0 && kept.some((each) => each.day === day && each.arrival?.state === "complete"))
    .map(({ day }) => `the collection holds sealed responses of ${day}, which was transferred for good`)

/** Once the collection is closed, nothing sealed and no key that could open it is left. */
export const leftAfterClose = (sealed: readonly SealedDay[], { privateDays }: KeyFolder): readonly string[] => [
  ...sealed
    .filter(({ rows }) => rows > 0)
    .map(({ day }) => `the collection is closed, and holds sealed responses of ${day}`),
  ...privateDays.map((day) => `the collection is closed, and the private key of ${day} exists`),
]
