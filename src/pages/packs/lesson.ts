/** Plans one lesson around the survey, and says which forms need longer. */
import type { PackFacts } from "./facts.ts"
import type { Pack } from "./pack.ts"

interface Stage {
  readonly minutes: number
  readonly what: string
}

const answering: Stage = {
  minutes: 13,
  what: "Children answer, each on a device of their own or in turns. Stay where you cannot see the screens.",
}

const stages: readonly Stage[] = [
  { minutes: 2, what: "Give out the devices with the first page open. Read out the words for the age." },
  answering,
  {
    minutes: 3,
    what: "A quiet thing to do for everybody, such as drawing “my life when I grow up”. Nobody has to show it.",
  },
  { minutes: 2, what: "Read out the words for afterwards. Close the pages. Collect the devices." },
]

const lengthOf = (some: readonly Stage[]): number => some.reduce((sum, { minutes }) => sum + minutes, 0)

export const lessonMinutes = lengthOf(stages)

/** A row a stage, with the minutes at which it begins and ends. */
const rows = stages.map(({ minutes, what }, at) => {
  const from = lengthOf(stages.slice(0, at))
  return [`${from} to ${from + minutes}`, what]
})

const longer = ({ forms }: PackFacts): readonly string[] =>
  forms
    .filter(({ duration }) => duration.to > answering.minutes)
    .map(({ name, duration }) => `${name}: up to ${duration.to} minutes for a child who reads slowly.`)

export const lesson: Pack = {
  slug: "lesson",
  title: `A lesson of ${lessonMinutes} minutes`,
  lead: "One lesson, with the survey in the middle.",
  parts: (facts) => [
    {
      heading: "You need",
      list: [
        "a device for each child, or a few that children use in turns",
        `the address or the code of the form for the age: ${facts.origin}/schools`,
        "headphones, for children who listen to the questions",
        "the page “What to say before and after”",
        "paper and pencils, for children who finish early or who do not take part",
      ],
    },
    { heading: "The plan", table: [["Minutes", "What happens"], ...rows] },
    {
      heading: "Children who need longer",
      lines: [
        "There is no clock, and nothing moves on by itself. These forms may not fit the plan: begin the quiet activity later, or let these children start first.",
      ],
      list: longer(facts),
    },
    {
      heading: "Keep in mind",
      list: [
        "It is not a test and not homework. A child may do something else instead.",
        "Answers are sent on the last page only. A child who has to leave before presses Stop, and nothing is sent.",
        "One device may serve many children. After each child it shows nothing of the one before.",
        "A child may answer once. Answers that are sent cannot be changed or found again.",
      ],
    },
  ],
}
