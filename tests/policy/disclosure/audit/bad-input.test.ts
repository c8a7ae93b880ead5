/** Shows that input which cannot be audited is refused by the kind of fault, with a remedy and no count, and never called safe. */
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { audit } from "../../../../policy/disclosure/audit/audit.ts"
import { readMarkedTables } from "../../../../policy/disclosure/audit/marked-tables.ts"
import { readPublication } from "../../../../policy/disclosure/audit/read-publication.ts"
import { outcome, publication } from "../../../support/disclosure/audit/run-audit.ts"

const cells = {
  t: { value: 34_567, published: true },
  a: { value: 34_560, published: false },
  b: { value: 7, published: false },
}
const sound = { threshold: 10, attacker: { lower_bound: 0, integer: true }, cells, relations: [["t", "a", "b"]] }

const audited = (text: string, seconds = 60) =>
  readPublication(text).pipe(Effect.flatMap((read) => audit(read, { seconds })))

const withCell = (cell: unknown) => ({ ...sound, cells: { ...cells, b: cell } })

test("audits a sound file, with or without a threshold and an attacker", async () => {
  for (const given of [sound, { ...sound, threshold: undefined }, { cells, relations: sound.relations }])
    expect(await outcome(audited(JSON.stringify(given)))).toMatchObject({ verdict: "safe" })
})

const refusals: Readonly<Record<string, readonly [input: unknown, kind: string]>> = {
  "margins that do not add up": [
    { ...sound, cells: { ...cells, t: { value: 34_568, published: true } } },
    "margins-do-not-add-up",
  ],
  "a negative count": [withCell({ value: -7, published: false }), "not-a-count"],
  "a fractional count": [withCell({ value: 7.5, published: false }), "not-a-count"],
  "a count in words": [withCell({ value: "7", published: false }), "not-a-count"],
  "a count too large to be exact": [withCell({ value: 2 ** 60, published: false }), "not-a-count"],
  "a published cell without count": [withCell({ published: true }), "not-a-count"],
  "a cell that does not say whether it is published": [withCell({ value: 7 }), "not-understood"],
  "an unknown cell in a relation": [{ ...sound, relations: [["t", "a", "z"]] }, "unknown-cell"],
  "a cell that is part of itself": [
    {
      ...sound,
      relations: [
        ["t", "a", "b"],
        ["a", "t"],
      ],
    },
    "hierarchy-loop",
  ],
  "a total among its own parts": [{ ...sound, relations: [["t", "t", "b"]] }, "hierarchy-loop"],
  "a part given twice": [{ ...sound, relations: [["t", "a", "b", "b"]] }, "duplicate-cell"],
  "no cells": [{ ...sound, cells: undefined }, "not-understood"],
  "no relations": [{ ...sound, relations: undefined }, "not-understood"],
  "a relation of one cell": [{ ...sound, relations: [["t"]] }, "not-understood"],
  "a threshold of nothing": [{ ...sound, threshold: 0 }, "not-understood"],
  "a threshold with a fraction": [{ ...sound, threshold: 9.5 }, "not-understood"],
  "an attacker who is not described": [{ ...sound, attacker: { lower_bound: -1, integer: true } }, "not-understood"],
  "a key that nobody knows": [{ ...sound, treshold: 10 }, "not-understood"],
  "a list": [[sound], "not-understood"],
  "counts below what the attacker knows": [
    { ...sound, attacker: { lower_bound: 20_000, integer: true } },
    "no-solution",
  ],
}

describe("an audit refuses, by the kind of fault,", () => {
  test.each(Object.entries(refusals))("%s", async (_, [input, kind]) => {
    expect(await outcome(audited(JSON.stringify(input)))).toBe(kind)
  })

  test("a cell given twice, where JSON would use the last", async () => {
    const twice = JSON.stringify(sound).replace('"b":{', '"b":{"value":9,"published":false},"b":{')
    expect(await outcome(audited(twice))).toBe("duplicate-cell")
    expect(await outcome(audited(twice.replace('"b":{', '"\\u0062":{')))).toBe("duplicate-cell")
  })

  test("a text that is not JSON", async () => expect(await outcome(audited("{"))).toBe("not-understood"))

  test("a solver that has no time", async () => {
    expect(await outcome(audited(JSON.stringify(sound), 0))).toBe("solver-stopped")
  })

  test("sums that only fractions fit, in a ring of odd length", async () => {
    const shown = { t1: 3, t2: 3, t3: 3 }
    const relations = [
      ["t1", "x", "y"],
      ["t2", "y", "z"],
      ["t3", "x", "z"],
    ] as const
    const ring = publication({ shown, withheld: { x: null, y: null, z: null }, relations })
    expect(await outcome(audit(ring))).toBe("no-solution")
  })

  test("and never repeats a count in the message", async () => {
    for (const [input] of Object.values(refusals)) {
      const message = await Effect.runPromise(
        Effect.match(audited(JSON.stringify(input)), { onSuccess: () => "", onFailure: (refused) => refused.message }),
      )
      expect(message).toMatch(/^Could not decide: .+\. .+\.$/)
      expect(message).not.toMatch(/3456|7\.5|-7/)
    }
  })
})

test("refuses a publication with a small count and nothing withheld, but only if there is a threshold", async () => {
  const shown = { shown: { t: 12, a: 7, b: 5 }, relations: [["t", "a", "b"]] } as const
  expect(await outcome(audit(publication({ ...shown, threshold: 10 })))).toBe("nothing-withheld")
  expect(await outcome(audit(publication(shown)))).toMatchObject({ verdict: "safe" })
})

test("names a published small count, while the verdict covers only withheld counts", async () => {
  const shown = publication({
    shown: { t: 40, a: 7 },
    withheld: { b: 5, c: 28 },
    relations: [["t", "a", "b", "c"]],
    threshold: 10,
  })
  const found = await Effect.runPromise(audit(shown))
  expect([found.verdict, found.shown, found.leaks]).toEqual(["safe", ["a"], []])
})

describe("marked tables", () => {
  const options = { threshold: 10, lowerBound: 0 }
  const marked = (rows: readonly string[], more: readonly string[] = []) => [
    { name: "table.csv", rows: rows.map((row) => row.split(",")) },
    ...(more.length > 0 ? [{ name: "hierarchies.csv", rows: more.map((row) => row.split(",")) }] : []),
  ]
  const read = (...given: Parameters<typeof marked>) =>
    outcome(readMarkedTables(marked(...given), options).pipe(Effect.flatMap((each) => audit(each))))

  const rows = ["la,age,count", "A,1,[c]", "A,2,[c]", "A,Total,12", "B,1,[c]", "B,2,[c]", "B,Total,17"]
  const totals = ["Total,1,13", "Total,2,16", "Total,Total,29"]

  test("are read with their margins, and every withheld cell is protected", async () => {
    expect(await read([...rows, ...totals])).toMatchObject({
      verdict: "safe",
      cells: { "age=1|la=A": { lp: [0, 12], integer: [0, 12] }, "age=2|la=B": { integer: [4, 16] } },
    })
  })

  test("are read with the hierarchies of their dimensions", async () => {
    const nested = ["la,count", "A,[c]", "B,12", "C,14", "D,[c]", "North,16", "South,17", "Total,33"]
    const within = ["dimension,child,parent", "la,A,North", "la,B,North", "la,C,South", "la,D,South"]
    expect(await read(nested, within)).toMatchObject({ verdict: "unsafe", cells: { "la=A": { integer: [4, 4] } } })
  })

  const wholes = ["Total", "TOTAL", "total ", "Total\u00a0", "All", "ALL", "England", "Grand total"]
  test.each(wholes)("have a row of the whole that may be named %j", async (whole) => {
    expect(await read(["la,count", "North,15", "South,[c]", `${whole},21`])).toMatchObject({
      verdict: "unsafe",
      cells: { "la=South": { integer: [6, 6] } },
    })
    const within = ["dimension,child,parent", `la,North,${whole}`, `la,South,${whole}`]
    expect(await read(["la,count", "North,15", "South,[c]", `${whole},21`], within)).toMatchObject({
      verdict: "unsafe",
    })
  })

  test("are refused if a category may be the whole and is not named so", async () => {
    for (const whole of ["Everyone", "All pupils", "United Kingdom", "Persons"])
      expect(await read(["la,count", "North,15", "South,[c]", `${whole},21`])).toBe("not-understood")
    expect(await read(["la,count", "North,15", "South,12", "Everyone,27"])).toBe("not-understood")
  })

  test("need no whole if no category can be one, or if the whole is withheld", async () => {
    expect(await read(["la,count", "North,15", "South,[c]", "West,12", "Total,[c]"])).toMatchObject({ verdict: "safe" })
    const three = ["C,1,12", "C,2,11", "C,Total,23", "D,1,20", "D,2,11", "D,Total,31"]
    expect(await read(["la,age,count", "A,1,[c]", "A,2,[c]", "A,Total,30", ...three])).toMatchObject({
      verdict: "safe",
    })
  })

  test("take England for one of several nations where there is a total", async () => {
    const nations = ["nation,count", "England,30", "Wales,[c]", "Scotland,[c]", "Total,60"]
    expect(await read(nations)).toMatchObject({ cells: { "nation=Wales": { integer: [0, 30] } } })
  })

  test("link a category that is written with other spaces in another table, and refuse other capitals", async () => {
    const tables = (label: string) => [
      {
        name: "a.csv",
        rows: [
          ["la", "count"],
          ["North", "[c]"],
          ["South", "[c]"],
          ["Total", "21"],
        ],
      },
      {
        name: "b.csv",
        rows: [
          ["la", "age", "count"],
          [label, "1", "11"],
          [label, "2", "0"],
          [label, "Total", "11"],
        ],
      },
    ]
    const found = (label: string) =>
      outcome(readMarkedTables(tables(label), options).pipe(Effect.flatMap((each) => audit(each))))
    expect(await found("North\u00a0")).toMatchObject({
      verdict: "unsafe",
      cells: { "la=South": { integer: [10, 10] } },
    })
    expect(await found("NORTH")).toBe("not-understood")
  })

  test("share their cells, so that a count published in one is known in all", async () => {
    const other = {
      name: "other.csv",
      rows: [
        ["la", "age", "count"],
        ["A", "1", "11"],
      ],
    }
    const one = marked([...rows, ...totals])
    for (const both of [
      [...one, other],
      [other, ...one],
    ]) {
      const found = await outcome(readMarkedTables(both, options).pipe(Effect.flatMap((each) => audit(each))))
      expect(found).toMatchObject({ verdict: "unsafe", cells: { "age=2|la=A": { integer: [1, 1] } } })
      expect(found).not.toHaveProperty(["cells", "age=1|la=A"])
    }
  })

  test.each([
    ["a count with a fraction", ["la,count", "A,1.5", "Total,1"], "not-a-count"],
    ["a negative count", ["la,count", "A,-1", "Total,1"], "not-a-count"],
    ["an unknown mark", ["la,count", "A,[x]", "Total,1"], "not-a-count"],
    ["a row twice", ["la,count", "A,1", "A,1", "Total,2"], "duplicate-cell"],
    ["a missing row", [...rows.filter((row) => row !== "A,1,[c]"), ...totals], "missing-cell"],
    ["totals that do not add up", ["la,count", "A,11", "B,12", "Total,24"], "margins-do-not-add-up"],
    ["no counts", ["la,number", "A,11"], "not-understood"],
  ])("with %s are refused", async (_, bad, kind) => expect(await read(bad)).toBe(kind))

  test("are refused if a hierarchy has a loop or the folder has no table", async () => {
    expect(await read(rows, ["dimension,child,parent", "la,A,B", "la,B,A"])).toBe("hierarchy-loop")
    expect(await outcome(readMarkedTables([], options))).toBe("not-understood")
  })
})
