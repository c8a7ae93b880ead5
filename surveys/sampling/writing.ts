/** Writes free text as children and parents do: mostly short, often misspelt, sometimes long, without names. */
import type { Random } from "./random.ts"

const children: readonly string[] = [
  "i want to be a vet",
  "more parks and a skate ramp",
  "for evryone to be kind",
  "less homework!!!",
  "I dont no really",
  "to be happy and have alot of friends",
  "nothing",
  "my own bedroom",
  "the bus is to expensive so I can't go to the club",
  "Grown-ups don't listen, they just say “later”",
  "people are mean about how I look",
  "I miss seeing my grandparents because of covid",
  "more clubs after school that are free",
  "I'd like to play football for England ⚽",
  "a dog 🐶",
  "to stop climate change before it is to late",
  "not feeling worried all the time",
  "there is nowhere to go when it rains",
  "i hope we can move out of the flat because its damp",
  "Being the first in my family to go to university",
  "tests make me feel sick",
  "cafés where teenagers are allowed",
  "chcę zostać lekarzem",
  "میں ڈاکٹر بننا چاہتی ہوں",
  "that 1 day everyone has enough food & a home",
  "idk",
]

const parents: readonly string[] = [
  "That they are happy and healthy, and know that they are loved.",
  "To grow up without having to worry about money.",
  "More support for speech and language before school starts.",
  "Safe places to play outside close to home.",
  "Affordable childcare would make the biggest difference to us.",
  "To be accepted for who they are.",
  "Smaller classes – they get lost in a class of thirty.",
  "Good friends, and the confidence to try things.",
  "Time together as a family.",
]

const joints: readonly string[] = [". ", " and ", "\n", ", ", " because "]

/** The number of phrases in a text: most have one, few have many. */
const phraseCount = (random: Random): number => {
  if (random.chance(0.6)) return 1
  return random.chance(0.9) ? 2 + random.below(4) : 8 + random.below(20)
}

/** At most `upTo` characters, in whole phrases, so that no character is cut in two. */
export const writing = (random: Random, by: "parent" | "child", upTo: number): string => {
  const phrases = (by === "parent" ? parents : children).filter(({ length }) => length <= upTo)
  let text = random.pick(phrases)
  for (let more = phraseCount(random); more > 1; more--) {
    const longer = `${text}${random.pick(joints)}${random.pick(phrases)}`
    if (longer.length > upTo) break
    text = longer
  }
  return text
}
