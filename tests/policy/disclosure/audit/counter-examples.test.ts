/** Shows that the audit finds the leak in every published example of a table that looked safe, each with its source. */
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { findDetermined } from "../../../../policy/disclosure/audit/determined.ts"
import { findInsiderLeaks } from "../../../../policy/disclosure/audit/insider.ts"
import { systemOf } from "../../../../policy/disclosure/audit/system.ts"
import { audited, publication, twoWay } from "../../../support/disclosure/audit/run-audit.ts"

const wholes = async (given: Parameters<typeof audited>[0]) => {
  const { verdict, cells } = await audited(given)
  return { verdict, intervals: Object.fromEntries(Object.entries(cells).map(([id, { integer }]) => [id, integer])) }
}

describe("the audit finds an exactly known count", () => {
  test("with two withheld cells in every row and column (the pattern of Geurts 1992, Heuristics for cell suppression in tables; our counts)", async () => {
    const counts = [
      [3, 4, 20, 21],
      [2, 5, 1, 22],
      [23, 24, 6, 7],
      [25, 26, 8, 2],
    ]
    const withheld = ["1,1", "1,2", "2,1", "2,2", "2,3", "3,3", "3,4", "4,3", "4,4"]
    const given = twoWay(counts, withheld, { threshold: 10 })
    const { verdict, intervals } = await wholes(given)
    expect(verdict).toBe("unsafe")
    expect(intervals["2,3"]).toEqual([1, 1])
    expect(Effect.runSync(findDetermined(systemOf(given)))).toEqual([{ cell: "2,3", value: 1 }])
  })

  test("with zeros withheld to hide a zero (sdcTools/UserSupport issue 194, first example: 0 = x + x + 0)", async () => {
    const given = publication({ shown: { t: 0, c: 0 }, withheld: { a: 0, b: 0 }, relations: [["t", "a", "b", "c"]] })
    expect(await wholes(given)).toEqual({ verdict: "unsafe", intervals: { a: [0, 0], b: [0, 0] } })
  })

  test("with ones withheld while zeros are published (sdcTools/UserSupport issue 194, third example: 15 = 10 + 3 + x + x)", async () => {
    const counts = { shown: { t: 15, a: 10, b: 3 }, withheld: { c: 1, d: 1 } }
    const given = { ...counts, relations: [["t", "a", "b", "c", "d"] as const] }
    expect((await wholes(publication({ ...given, lowerBound: 1 }))).intervals).toEqual({ c: [1, 1], d: [1, 1] })
    expect((await wholes(publication({ ...given, lowerBound: 0 }))).intervals).toEqual({ c: [0, 2], d: [0, 2] })
  })

  test("with a linear interval of 1 to 1.5, since counts are whole", async () => {
    const given = publication({
      shown: { t1: 4, t2: 4, t3: 3, t4: 3 },
      withheld: { x: 1, y: 1, w: 3, s: 1, v: 0 },
      relations: [
        ["t1", "x", "w"],
        ["t2", "y", "w"],
        ["t3", "x", "y", "s"],
        ["t4", "w", "v"],
      ],
    })
    const { verdict, cells } = await audited(given)
    expect(cells["x"]).toEqual({ lp: [1, 1.5], integer: [1, 1] })
    expect(verdict).toBe("unsafe")
    const fractional = { ...given, attacker: { lowerBound: 0, integer: false } }
    expect(await audited(fractional)).toMatchObject({
      verdict: "safe",
      cells: { x: { lp: [1, 1.5], integer: [1, 1] } },
    })
  })
})

describe("the audit finds a count known to be small", () => {
  test("with a wide interval that ends below the threshold (Fischetti and Salazar 2000, Management Science 47: 22 is between 5 and 30)", async () => {
    const counts = [
      [20, 50, 10],
      [8, 19, 22],
      [17, 32, 12],
    ]
    const withheld = ["2,1", "2,3", "3,1", "3,3"]
    expect((await wholes(twoWay(counts, withheld, { threshold: 10 }))).intervals).toMatchObject({ "2,3": [5, 30] })
    const { verdict, leaks } = await audited(twoWay(counts, withheld, { threshold: 26 }))
    expect(verdict).toBe("unsafe")
    expect(leaks).toContainEqual({ cell: "2,1", kind: "below" })
  })
})

describe("tables that are safe alone are unsafe together", () => {
  test("with two groupings of the same areas (the tables of sdcTools/UserSupport issue 136)", async () => {
    const counts = { A: 2, B: 2, I: 8, J: 8, K: 3, L: 3, M: 3, N: 7 }
    const withheld = { A: 2, B: 2, K: 3, L: 3, M: 3 }
    const shown = { I: 8, J: 8, N: 7, county1: 20, county2: 16, big: 6, small: 30, all: 36 }
    expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(36)
    const counties = [
      ["all", "county1", "county2"],
      ["county1", "A", "B", "I", "J"],
      ["county2", "K", "L", "M", "N"],
    ] as const
    const groups = [
      ["all", "big", "small"],
      ["big", "L", "M"],
      ["small", "A", "B", "I", "J", "K", "N"],
    ] as const
    const alone = await wholes(publication({ shown, withheld, relations: counties, threshold: 4 }))
    expect(alone).toMatchObject({ verdict: "safe", intervals: { K: [0, 9] } })
    const linked = await wholes(publication({ shown, withheld, relations: [...counties, ...groups], threshold: 4 }))
    expect(linked).toMatchObject({ verdict: "unsafe", intervals: { K: [3, 3] } })
  })

  test("with the age bands 4 to 7 and 4 to 8, whose difference is age 8", async () => {
    const shown = { all: 60, "4-7": 20, "8-12": 40, "4-8": 23, "9-12": 37 }
    const relations = [
      ["all", "4-7", "8-12"],
      ["all", "4-8", "9-12"],
      ["4-8", "4-7", "8"],
    ] as const
    const { verdict, intervals } = await wholes(publication({ shown, withheld: { "8": 3 }, relations, threshold: 10 }))
    expect({ verdict, intervals }).toEqual({ verdict: "unsafe", intervals: { "8": [3, 3] } })
  })

  test("with a filter: all children, and all but those in secure settings", async () => {
    const shown = { all: 1_000, others: 996 }
    const given = publication({
      shown,
      withheld: { secure: 4 },
      relations: [["all", "others", "secure"]],
      threshold: 10,
    })
    expect(await wholes(given)).toEqual({ verdict: "unsafe", intervals: { secure: [4, 4] } })
  })

  test("with a base in the title, which acts as a margin of the rows", async () => {
    const rows = { girls: 40, boys: 52 }
    const alone = publication({
      shown: rows,
      withheld: { other: 3, base: 95 },
      relations: [["base", "girls", "boys", "other"]],
    })
    expect((await wholes(alone)).verdict).toBe("safe")
    const titled = publication({ shown: { ...rows, base: 95 }, withheld: { other: 3 }, relations: alone.relations })
    expect(await wholes(titled)).toEqual({ verdict: "unsafe", intervals: { other: [3, 3] } })
  })
})

describe("the audit finds that a singleton", () => {
  test("learns the cells of two other singletons (the table of sdcTools/UserSupport issue 135)", () => {
    const counts = [
      [1, 1, 7, 1, 0],
      [1, 0, 0, 2, 8],
    ]
    const given = twoWay(counts, ["1,1", "1,2", "2,1", "2,2"])
    expect(Effect.runSync(findDetermined(systemOf(given)))).toEqual([])
    const learns = Effect.runSync(findInsiderLeaks(given, systemOf(given)))
    expect(learns.filter(({ insider }) => insider === "1,1").map((leak) => leak.learns)).toEqual(["1,2", "2,1", "2,2"])
  })
})
