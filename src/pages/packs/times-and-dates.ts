/** Lists how long each form takes, when the survey is open, and how long anything is kept. */
import type { Contacts } from "../../../policy/deployment/contacts.ts"
import type { PackFacts } from "./facts.ts"
import type { Pack } from "./pack.ts"

const minutes = (from: number, to: number): string => (from === to ? `about ${from}` : `${from} to ${to}`)

const rows = ({ forms }: PackFacts) =>
  forms.map(({ name, duration }) => [name, `${duration.screens}`, minutes(duration.from, duration.to)])

const reached = ({ controller }: Contacts, name: string): string => {
  const ways = [controller?.phone, controller?.email, controller?.page].filter((way) => way !== undefined)
  return ways.length > 0 ? `${name}: ${ways.join(", ")}` : `How to reach the ${name} is not recorded yet.`
}

export const timesAndDates: Pack = {
  slug: "times-and-dates",
  title: "How long it takes, and dates",
  lead: "To plan a day, and to answer questions.",
  parts: (facts) => [
    { heading: "When it is open", lines: [facts.dates] },
    {
      heading: "How long each form takes",
      table: [["Form", "Screens, at most", "Minutes"], ...rows(facts)],
      lines: [
        "The minutes are worked out from the number of screens and words and from how fast children read aloud at these ages. They are not yet timed with children.",
        "The longer time is for a child who reads slowly. A child who listens, or who writes in the boxes, may need more. There is no limit.",
      ],
    },
    {
      heading: "How long things are kept",
      list: [
        `The answers: ${facts.kept}. Then it is decided whether they are still needed, which may take ${facts.reviewed}.`,
        "The postcode: not at all. It is used once, while the answers arrive.",
        "On the device: nothing after the survey ends.",
      ],
    },
    {
      heading: "Who to ask",
      list: [
        reached(facts.contacts, facts.controller),
        `A complaint: ${facts.origin}/complaint. It is confirmed within ${facts.acknowledged}.`,
      ],
    },
  ],
}
