/** A submission has its turn before pages that came earlier; nothing waits for ever, and no queue grows without end. */
import { expect, test } from "vitest"
import { type Kind, type LimitsByKind, takingTurns } from "../../src/server/turns.ts"

const limits: LimitsByKind = {
  submission: { atOnce: 3, aRound: 2, waiting: 3 },
  large: { atOnce: 1, aRound: 1, waiting: 1 },
  page: { atOnce: 2, aRound: 1, waiting: 4 },
}

const trial = () => {
  const rounds: (() => void)[] = []
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const take = takingTurns(limits, (round) => rounds.push(round))
  const ask = (kind: Kind, name: string): boolean =>
    take(kind, (end) => {
      begun.push(name)
      ends.set(name, end)
    })
  return {
    ask,
    begun,
    end: (name: string) => ends.get(name)?.(),
    round: () => {
      for (const each of rounds.splice(0)) each()
    },
  }
}

test("the first of each kind begins at once", () => {
  const { ask, begun } = trial()
  ask("page", "page")
  ask("large", "large")
  ask("submission", "submission")
  expect(begun).toEqual(["page", "large", "submission"])
})

test("in the next round submissions come first, then long bodies, then pages", () => {
  const { ask, begun, round } = trial()
  for (const name of ["p1", "p2"]) ask("page", name)
  for (const name of ["s1", "s2", "s3"]) ask("submission", name)
  expect(begun).toEqual(["p1", "s1", "s2"])
  round()
  expect(begun).toEqual(["p1", "s1", "s2", "s3", "p2"])
})

test("a page has its turn in each round, however many submissions there are", () => {
  const { ask, begun, end, round } = trial()
  for (const name of ["p1", "p2"]) ask("page", name)
  for (let count = 0; count < 6; count++) ask("submission", `s${count}`)
  for (const name of ["s0", "s1"]) end(name)
  round()
  expect(begun).toContain("p2")
})

test("no more are under way than the limit, and an end makes room once", () => {
  const { ask, begun, end, round } = trial()
  for (const name of ["p1", "p2", "p3", "p4"]) ask("page", name)
  for (let count = 0; count < 5; count++) round()
  expect(begun).toEqual(["p1", "p2"])
  end("p1")
  end("p1")
  for (let count = 0; count < 5; count++) round()
  expect(begun).toEqual(["p1", "p2", "p3"])
})

test("one that would wait behind too many is refused", () => {
  const { ask } = trial()
  const answers = Array.from({ length: 7 }, (_, index) => ask("page", `p${index}`))
  expect(answers).toEqual([true, true, true, true, true, false, false])
  expect(ask("submission", "s")).toBe(true)
})
