/** Writes the reviews of retention as a calendar file (RFC 5545), each with an alarm from the day on which it is announced. */
import { type Day, daysAfter } from "../civil-day.ts"
import { parameters } from "../parameters.ts"
import { type RetentionState, stateOn } from "./retention.ts"
import { nextReview } from "./retention-notice.ts"

const compact = (day: string): string => day.replaceAll("-", "")

interface Entry {
  readonly on: Day
  readonly kind: "review" | "decide"
  readonly days: readonly Day[]
}

const summaries = { review: "Retention review falls due", decide: "Last day to decide on retention" } as const

const eventOf = ({ on, kind, days }: Entry, written: Day): readonly string[] => [
  "BEGIN:VEVENT",
  `UID:${kind}-${compact(on)}@the-big-ask.invalid`,
  `DTSTAMP:${compact(written)}T000000Z`,
  `DTSTART;VALUE=DATE:${compact(on)}`,
  `SUMMARY:${summaries[kind]}: The Big Ask`,
  `DESCRIPTION:Answers of ${days[0]} to ${days.at(-1)}. Run ask -- retention.`,
  "BEGIN:VALARM",
  "ACTION:DISPLAY",
  `DESCRIPTION:${summaries[kind]}`,
  `TRIGGER:-P${kind === "review" ? parameters.reviewNotice.value : parameters.clockJump.value}D`,
  "END:VALARM",
  "END:VEVENT",
]

/** The review of a state, and the day before which it must be decided. */
const entriesOf = (state: RetentionState, on: Day): readonly Entry[] => {
  const current = stateOn(state, on)
  const days = [current.facts.of]
  const review = nextReview(current)
  const decideBefore = current.state === "review-due" ? current.facts.decideBefore : undefined
  const before = decideBefore ?? (review && daysAfter(review, parameters.reviewPeriod.value))
  return [
    ...(review === undefined ? [] : [{ on: review, kind: "review", days } as const]),
    ...(before === undefined ? [] : [{ on: daysAfter(before, -1), kind: "decide", days } as const]),
  ]
}

export const retentionCalendar = (states: readonly RetentionState[], on: Day): string => {
  const entries = Map.groupBy(
    states.flatMap((state) => entriesOf(state, on)),
    (entry) => `${entry.on} ${entry.kind}`,
  )
  const merged = [...entries.values()].flatMap((own): readonly Entry[] => {
    const [first] = own
    return first === undefined ? [] : [{ ...first, days: own.flatMap(({ days }) => days).sort() }]
  })
  const events = merged.sort((one, other) => (one.on < other.on ? -1 : 1)).flatMap((entry) => eventOf(entry, on))
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//The Big Ask//Retention//EN", ...events, "END:VCALENDAR"]
  return `${lines.join("\r\n")}\r\n`
}
