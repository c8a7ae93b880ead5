/** What class mode says, to children and to those who help them. */
import type { Lost } from "./send-waiting.ts"

const surveys = (count: number): string => (count === 1 ? "1 survey" : `${count} surveys`)
const [are, were] = [(count: number) => (count === 1 ? "is" : "are"), (count: number) => (count === 1 ? "was" : "were")]

/** For instance `8 December`, from a civil day. */
const spoken = (day: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", timeZone: "UTC" })

export const classWords = {
  waiting: (count: number, until: string) =>
    `${surveys(count)} ${count === 1 ? "waits" : "wait"} on this device to be sent. Nobody can read them here. Go on the internet with this page open by ${spoken(until)}.`,
  sent: "Your answers are sent.",
  kept: "Your answers are locked away. They will be sent later.",
  stopped: "Nothing was sent.",
  lost: {
    closed: (count) =>
      `The Big Ask has closed. ${surveys(count)} ${were(count)} not sent, and ${are(count)} gone from this device.`,
    "too-late": (count) => `${surveys(count)} waited too long to be sent, and ${are(count)} gone from this device.`,
    "not-taken": (count) => `${surveys(count)} could not be taken, and ${are(count)} gone from this device.`,
  } satisfies Record<Lost, (count: number) => string>,
  tooOld: "This device was not on the internet for a week. Please go on the internet, then open this page again.",
} as const
