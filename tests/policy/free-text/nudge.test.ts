/** The second look of a child's page: it finds what the detector would, and leaves ordinary wishes alone. */
import { expect, test } from "vitest"
import { mayIdentify } from "../../../policy/free-text/nudge.ts"

test.each([
  "My name is Aisha and I like parks",
  "my name's jack",
  "I’m called Ellie",
  "I live in Barnsley",
  "i live at 12 oak avenue",
  "I go to St Marys primary school",
  "my friend is called Daniel",
  "ring me on 07700 900123",
  "ellie@gmail.com",
  "S1 2AB is where I live",
  "add me @ellie_2009",
])("“%s” gets a second look", (words) => {
  expect(mayIdentify(words)).toBe(true)
})

test.each([
  "more parks and less litter",
  "I want to be a doctor when I am 25",
  "I live in a flat with no garden",
  "I live with my mum and dad",
  "i go to school and it is boring",
  "i go to a good school",
  "school should start at 10am not 9am",
  "there are 3000 people in my town",
  "my school is too strict",
  "covid 19 ruined year 6",
])("“%s” goes on", (words) => {
  expect(mayIdentify(words)).toBe(false)
})

test("a long text is looked at in linear time", () => {
  const began = performance.now()
  for (const part of ["i go to a ", "a1", "my name ", "0 7 ", "@a"]) mayIdentify(part.repeat(1_000))
  expect(performance.now() - began).toBeLessThan(1_000)
})
