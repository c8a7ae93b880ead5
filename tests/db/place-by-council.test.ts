/** Places a child who named a council in its region, and nobody who was not asked or whose postcode was found. */
import { mkdirSync, writeFileSync } from "node:fs"
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { placeByCouncil } from "../../db/evidence/columns/place-by-council.ts"
import { authoritiesIn } from "../../db/geography/authorities.ts"
import { geographyFolder } from "../../db/geography/index-folder.ts"
import { councils } from "../../db/geography/made-up.ts"
import { geographyStates } from "../../policy/data/geography.ts"
import { parseRequest } from "../../src/tables/request/table-request.ts"
import { tabulateRequest } from "../../src/tables/request/tabulate-request.ts"
import type { ResponseRecord } from "../../surveys/variables/variable.ts"
import { variableNamed } from "../../surveys/variables/variables.ts"
import { columnsOf } from "../support/drawn-columns.ts"
import { newFolder } from "../support/store.ts"

const regionsIn = (folder: string) => {
  const authority = authoritiesIn(folder)
  return (code: string) => authority(code)?.region
}
const regionOf = regionsIn(geographyFolder(newFolder()))
const [council] = councils
if (council === undefined) throw new Error("there are no councils")

const nowhere = { localAuthority: null, region: null, imdDecile: null }
const child = (change: Partial<ResponseRecord> = {}): ResponseRecord => ({
  ...{ form: "9-12", place: "dont-know", flags: [], ...nowhere },
  answers: { "local-council": council.code },
  ...change,
})
const read = (name: string, held: ResponseRecord) => variableNamed(name)?.categoryOf(placeByCouncil(held, regionOf))

describe("the council that a child named", { tags: ["postcode-only-for-geography"] }, () => {
  test("places a child without a found postcode in its region, and leaves the postcode as not found", () => {
    for (const place of ["dont-know", "not-answered", "prefer-not-to-say", "unmatched"]) {
      const held = child({ place })
      const told = ["region", "country", "local-authority", "home-postcode", "imd-decile", "imd-quintile"]
      expect(told.map((name) => read(name, held))).toEqual([
        ...[council.region, "england", council.code],
        ...[place, place, place],
      ])
    }
  })

  test("changes nothing if a postcode was found, is outside England, or was not asked for", () => {
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

  test("counts the child in a table by region", () => {
    const held = Array.from({ length: 12 }, () => placeByCouncil(child(), regionOf))
    const columns = columnsOf(
      held,
      held.map((_, at) => BigInt(at)),
    )
    const { table } = Effect.runSync(
      Effect.flatMap(parseRequest({ rows: "region<country" }), (cut) => tabulateRequest(cut, columns)),
    )
    expect(table.lattice.dimensions[0]?.categories).toEqual(["North East", "England", "Total"])
  })
})

test("a damaged geography has no council", () => {
  const folder = geographyFolder(newFolder())
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/england.index`, "not an index")
  expect(regionsIn(folder)(council.code)).toBeUndefined()
})
