/** Shows that a table with percentages is audited by its counts, and refused if its percentages reveal more than, or contradict, the counts. */
import { Effect } from "effect"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { audit } from "../../../../policy/disclosure/audit/audit.ts"
import { readMarkedTables } from "../../../../policy/disclosure/audit/marked-tables.ts"
import { percentageOf } from "../../../../policy/disclosure/percentage.ts"
import { outcome } from "../../../support/disclosure/audit/run-audit.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const read = (lines: readonly string[]) => {
  const rows = lines.map((line) => line.split(","))
  const publication = readMarkedTables([{ name: "table.csv", rows }], { threshold: 10, lowerBound: 1 })
  return outcome(publication.pipe(Effect.flatMap((each) => audit(each))))
}

const sound = ["hope,count,percent", "home,[c],[c]", "friends,[c],[c]", "work,30,50", "play,0,0", "Total,60,100"]
const withLine = (line: string): readonly string[] =>
  sound.map((each) => (each.split(",")[0] === line.split(",")[0] ? line : each))

describe("percentages next to counts", { tags }, () => {
  test("change nothing if they follow from the counts", async () => {
    const bare = sound.map((line) => line.split(",").slice(0, 2).join(","))
    const found = await read(sound)
    expect(found).toMatchObject({ verdict: "safe", cells: { "hope=home": { integer: [1, 29] } } })
    expect(found).toEqual(await read(bare))
    expect(await read(withLine("work,30,[c]"))).toEqual(found)
  })

  test("may come before or after the column `published`", async () => {
    const heads = ["hope,count,percent,published", "hope,count,published,percent"]
    const rows = [
      ["home,[c],[c],0", "home,[c],0,[c]"],
      ["friends,[c],[c],0", "friends,[c],0,[c]"],
      ["Total,60,100,1", "Total,60,1,100"],
    ]
    for (const [way, head] of heads.entries())
      expect(await read([head, ...rows.map((row) => row[way] ?? "")])).toMatchObject({ verdict: "safe" })
    const kept = ["hope,count,percent,published", "home,12,20,0", "friends,48,[c],0", "Total,60,100,1"]
    expect(await read(kept)).toBe("unproved")
  })

  const refusals: Readonly<Record<string, readonly [lines: readonly string[], kind: string]>> = {
    "shown where the count is withheld": [withLine("home,[c],15"), "unproved"],
    "0 where the count is withheld": [withLine("home,[c],0"), "unproved"],
    "shown where the whole is withheld": [withLine("Total,[c],[c]"), "unproved"],
    "nobody, where the whole is withheld": [["hope,count,percent", "home,0,[z]", "Total,[c],[c]"], "unproved"],
    "shown where there is no whole": [sound.slice(0, -1), "unproved"],
    "not what the counts make": [withLine("work,30,49"), "margins-do-not-add-up"],
    "of somebody, marked as of nobody": [withLine("work,30,[z]"), "margins-do-not-add-up"],
    "a number of nobody": [["hope,count,percent", "home,0,0", "Total,0,[z]"], "margins-do-not-add-up"],
    "with decimals": [withLine("work,30,50.0"), "not-understood"],
    "over a hundred": [withLine("work,30,101"), "not-understood"],
    "left out": [withLine("work,30,"), "not-understood"],
    "before the counts": [["hope,percent,count", "home,20,12", "friends,80,48", "Total,100,60"], "not-understood"],
    "before the counts under another name": [
      ["hope,share,count", "home,[c],[c]", "friends,[c],[c]", "Total,100,60"],
      "not-understood",
    ],
    "given twice": [["hope,count,percent,percent", "home,60,100,100", "Total,60,100,100"], "not-understood"],
    "with counts given twice": [["hope,count,count", "home,60,60", "Total,60,60"], "not-understood"],
  }

  test.each(Object.entries(refusals))("are refused: %s", async (_, [lines, kind]) => {
    expect(await read(lines)).toBe(kind)
  })

  test("have the mark [z] where no record is counted", async () => {
    expect(await read(["hope,count,percent", "home,0,[z]", "Total,0,[z]"])).toMatchObject({ verdict: "safe" })
  })

  test("are distinguished from a dimension named percent", async () => {
    const lines = ["percent,count,percent", "10,[c],[c]", "20,[c],[c]", "Total,60,100"]
    expect(await read(lines)).toMatchObject({ cells: { "percent=10": { integer: [1, 59] } } })
    const bare = lines.map((line) => line.split(",").slice(0, 2).join(","))
    expect(await read(bare)).toEqual(await read(lines))
    const leaves = ["home,10,40,50", "home,20,30,50", "work,10,40,50", "work,20,30,50"]
    const all = ["Total,10,80,100", "Total,20,60,100"]
    expect(await read(["hope,percent,count,percent", ...leaves, ...all])).toMatchObject({ verdict: "safe" })
  })

  test("are accepted exactly if they are the nearest whole number", async () => {
    const counts = fc.tuple(fc.integer({ min: 10, max: 400 }), fc.integer({ min: 10, max: 400 }))
    await fc.assert(
      fc.asyncProperty(counts, fc.integer({ min: 1, max: 99 }), async ([one, other], wrong) => {
        const whole = one + other
        const [given, rest] = [one, other].map((numerator) =>
          Effect.runSync(percentageOf({ numerator, denominator: whole }, 10)),
        )
        const lines = (percentage: unknown) => [
          "hope,count,percent",
          `home,${one},${percentage}`,
          `work,${other},${rest}`,
          `Total,${whole},100`,
        ]
        expect(await read(lines(given))).toMatchObject({ verdict: "safe" })
        if (Math.abs((100 * one) / whole - wrong) > 0.5) expect(await read(lines(wrong))).toBe("margins-do-not-add-up")
      }),
      { numRuns: 40 },
    )
  })
})
