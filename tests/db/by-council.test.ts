/** A child who named a council in place of a postcode is in its region; nothing else of a place is made of it, nor of anybody who was not asked. */
import { mkdirSync, writeFileSync } from "node:fs"
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { byCouncil } from "../../db/evidence/columns/by-council.ts"
import { authoritiesIn } from "../../db/geography/authorities.ts"
import { geographyFolder } from "../../db/geography/kept.ts"
import { councils } from "../../db/geography/made-up.ts"
import { geographyStates } from "../../policy/data/geography.ts"
import { cutTable } from "../../src/asking/answered.ts"
import { cutFrom } from "../../src/asking/cut.ts"
import type { Held } from "../../surveys/variables/variable.ts"
import { variableNamed } from "../../surveys/variables/variables.ts"
import { columnsOf } from "../support/held.ts"
import { newFolder } from "../support/store.ts"

const regionsIn = (folder: string) => {
  const authority = authoritiesIn(folder)
  return (code: string) => authority(code)?.region
}
const regionOf = regionsIn(geographyFolder(newFolder()))
const [council] = councils
if (council === undefined) throw new Error("there are no councils")

const nowhere = { localAuthority: null, region: null, imdDecile: null }
const child = (change: Partial<Held> = {}): Held => ({
  ...{ form: "9-12", place: "dont-know", flags: [], ...nowhere },
  answers: { "local-council": council.code },
  ...change,
})
const read = (name: string, held: Held) => variableNamed(name)?.categoryOf(byCouncil(held, regionOf))

describe("by the council", { tags: ["postcode-only-for-geography"] }, () => {
  test("a child without a postcode that was found is in its region, and its postcode was still not found", () => {
    for (const place of ["dont-know", "not-answered", "prefer-not-to-say", "unmatched"]) {
      const held = child({ place })
      const told = ["region", "country", "local-authority", "home-postcode", "imd-decile", "imd-quintile"]
      expect(told.map((name) => read(name, held))).toEqual([
        ...[council.region, "england", council.code],
        ...[place, place, place],
      ])
    }
  })

  test("where a postcode was found, or lies outside England, or was not asked for, it says nothing", () => {
    const other = { localAuthority: "E09999905", region: "E12000009", imdDecile: 4 }
    expect(read("region", child({ place: "matched", ...other }))).toBe("E12000009")
    for (const place of ["outside-england", "not-asked"]) expect(read("region", child({ place }))).toBe(place)
    const open = geographyStates.filter((place) => read("region", child({ place })) !== place)
    expect(open).toEqual(["not-answered", "prefer-not-to-say", "dont-know", "unmatched"])
  })

  test.each(["not-in-this-list", "dont-know", "prefer-not-to-say", "E09999999", undefined])(
    "%s is no place",
    (given) => {
      const answers = given === undefined ? {} : { "local-council": given }
      expect(read("region", child({ answers }))).toBe("dont-know")
    },
  )

  test("a table by region has them", () => {
    const held = Array.from({ length: 12 }, () => byCouncil(child(), regionOf))
    const columns = columnsOf(
      held,
      held.map((_, at) => BigInt(at)),
    )
    const { table } = Effect.runSync(
      Effect.flatMap(cutFrom({ rows: "region<country" }), (cut) => cutTable(cut, columns)),
    )
    expect(table.lattice.dimensions[0]?.categories).toEqual(["North East", "England", "Total"])
  })
})

test("no place is told from a geography that is damaged", () => {
  const folder = geographyFolder(newFolder())
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/england.index`, "not an index")
  expect(regionsIn(folder)(council.code)).toBeUndefined()
})
