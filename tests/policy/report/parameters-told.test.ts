/** The numbers that promises turn on are told as they are said: with their unit, in the singular for one, yes or no. */
import { expect, test } from "vitest"
import { parameters } from "../../../policy/parameters.ts"
import { parametersTold } from "../../../policy/report/parameters-told.ts"

const valueTold = (key: keyof typeof parameters): string | undefined =>
  parametersTold.find(({ what }) => what === parameters[key].what)?.value

test.for([
  ["retention", "2 years"],
  ["dayKeyLife", "1 day"],
  ["trainingValidity", "1 year"],
  ["outputCheckers", "2 people"],
  ["threshold", "10"],
  ["suppressZeros", "no"],
  ["collectionWindow", "2021-04-19 to 2021-05-19"],
  ["clearanceNeeded", "security check"],
] as const)("%s is told as %s", ([key, words]) => {
  expect(valueTold(key)).toBe(words)
})

test("each is told, with since when it holds and on whose word", () => {
  expect(parametersTold.map(({ what, from, source }) => ({ what, from, source }))).toEqual(
    Object.values(parameters).map(({ what, from, source }) => ({ what, from, source })),
  )
})
