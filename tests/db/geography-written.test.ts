/** Parses postcodes as children write them, and corrects only those that exactly one live postcode explains. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { Effect, Redacted, Result } from "effect"
import { beforeAll, describe, expect, test } from "vitest"
import type { Gazetteer } from "../../db/geography/gazetteer.ts"
import { importGeography } from "../../db/geography/import/import.ts"
import { gazetteerOf } from "../../db/geography/imported.ts"
import { decodeIndex, type Index } from "../../db/geography/index-file.ts"
import { GeographyLookup } from "../../db/geography/lookup.ts"
import { match } from "../../db/geography/match.ts"
import { readWritten } from "../../db/geography/parse-postcode.ts"
import { postcodesIn } from "../../db/geography/register-index.ts"
import { lookAlikes } from "../../db/geography/typos.ts"
import { homePostcode } from "../../policy/response/postcode.ts"
import { outcomes, sharesOf } from "../support/match-shares.ts"
import { seeded, slipKinds } from "../support/postcode-slips.ts"

const tags = ["postcode-only-for-geography"] as const

const place = (decile: number) => ({ localAuthority: "E06999901", region: "E12000001", imdDecile: decile })

/** The decile of each postcode (without space), and whether it is live. */
const gazetteer = (known: Readonly<Record<string, readonly [number, "live" | "ended"]>>): Gazetteer => ({
  find: (postcode) => {
    const [decile, state] = known[postcode] ?? []
    return decile === undefined ? undefined : { geography: place(decile), live: state === "live" }
  },
  sector: (postcode) => {
    if (postcode.startsWith("AB")) return "outside-england"
    return postcode.startsWith("SM11") ? { localAuthority: "E06999901", region: "E12000001" } : undefined
  },
})

const sparse = gazetteer({ SM11AA: [1, "live"], SO15SE: [2, "live"], N14AB: [3, "live"], W1A1AA: [4, "ended"] })

describe("a postcode is read exactly", { tags: [...tags] }, () => {
  const same = ["SM1 1AA", "sm11aa", " Sm1  1aA ", "s m 1 1 a a", "SM1-1AA", "ＳＭ１ １ＡＡ", "SM1 1AA.", "(sm1 1aa)"]
  test.each([...same, "my postcode is sm1 1aa", "SM1 1AA, Sutton", "I live at 4 High Street SM1 1AA ok"])(
    "%s",
    (written) => {
      expect(readWritten(sparse, written)).toEqual({ how: "exact", geography: place(1) })
    },
  )

  test("also if it has ended", () => {
    expect(readWritten(sparse, "w1a 1aa")).toEqual({ how: "exact", geography: place(4) })
  })
})

describe("a postcode is corrected", { tags: [...tags] }, () => {
  const slips = [
    "SM1 IAA",
    "5M1 1AA",
    "SMI 1AA",
    "sm1 laa",
    "SMM1 1AA",
    "SM1 1AAA",
    "SM1 1A",
    "M1 1AA",
    "its SM1 IAA ok",
  ]
  test.each(slips)("%s", (written) => {
    expect(readWritten(sparse, written)).toEqual({ how: "corrected", geography: place(1) })
  })

  test("never to a postcode that has ended", () => {
    expect(readWritten(sparse, "WIA IAA").how).toBe("unmatched")
  })

  test("never if a second postcode explains it, even an ended one or by a typo that is never corrected", () => {
    for (const rival of ["SM11AB", "SM11AD"])
      expect(readWritten(gazetteer({ SM11AA: [1, "live"], [rival]: [2, "ended"] }), "SM1 1A").how).toBe("unmatched")
    expect(readWritten(gazetteer({ B11AA: [1, "live"] }), "B1L 1AA").how).toBe("corrected")
    expect(readWritten(gazetteer({ B11AA: [1, "live"], B111AA: [2, "live"] }), "B1L 1AA").how).toBe("unmatched")
    const [meant, rival] = [{ SM11AL: [1, "live"] }, { SM11AB: [2, "live"] }] as const
    expect(readWritten(gazetteer(meant), "SM1 1AI").how).toBe("corrected")
    expect(readWritten(gazetteer({ ...meant, ...rival }), "SM1 1AI").how).toBe("unmatched")
  })
})

describe("a postcode is read only to its sector, or not at all", { tags: [...tags] }, () => {
  test("for an unknown postcode of a sector in one authority", () => {
    const geography = { localAuthority: "E06999901", region: "E12000001" }
    expect(readWritten(sparse, "SM1 1ZZ")).toEqual({ how: "partial", geography })
    expect(readWritten(sparse, "AB1 1ZZ")).toEqual({ how: "partial", geography: "outside-england" })
  })

  const nothing = [
    "",
    "SM1",
    "SM1 1",
    "my house",
    "London",
    "SM1 1AA SO1 5SE",
    "E17 9QZ",
    "12345",
    "SMI LAA",
    "51I 155",
    "William",
    "x".repeat(5_000),
  ]
  test.each(nothing)("%s", (written) => {
    expect(readWritten(sparse, written)).toEqual({ how: "unmatched", geography: "unmatched" })
  })

  test("no text makes the parser fail", () => {
    for (const written of [
      "\u0000",
      "\ud800",
      "💥".repeat(50),
      "111111",
      "5150150",
      "(((",
      "SM1\n1AA".repeat(9),
      "__proto__",
    ])
      expect(() => readWritten(sparse, written)).not.toThrow()
    for (const worst of ["1510150", "1111111", "LIL1LIL"]) expect(lookAlikes(worst).length).toBeLessThan(100)
  })
})

const reference = join(import.meta.dirname, "..", "..", "..", "shared", "reference-data")
const areas = ["DT", "HG", "HR", "HX", "SM", "SR", "TF", "WC", "WN"]
const files = [
  ...areas.map((area) => join(reference, "postcodes", "nspl_nov2021_true_format", `NSPL_NOV_2021_UK_${area}.csv.gz`)),
  join(reference, "imd", "iod2019_lsoa11.csv.gz"),
  join(reference, "geography", "lsoa11_msoa11_lad21_region.csv.gz"),
  join(reference, "schools", "schools_england_merged.csv.gz"),
]
const absent = files.some((file) => !existsSync(file))
const why = "the reference data is not here: nine true areas are not tried"
if (absent) console.warn(`Skipped: ${why}.`)

describe("nine real areas", { tags: [...tags] }, () => {
  const found: { index?: Index } = {}
  const seed = Number(process.env["SEED"] ?? 20_261_122)
  beforeAll(async () => {
    if (absent) return
    const result = await Effect.runPromise(
      Effect.result(importGeography({ files, part: true, progress: () => undefined })),
    )
    if (Result.isFailure(result)) throw result.failure
    const index = decodeIndex(result.success.bytes)
    if (index) found.index = index
  })

  test.for(slipKinds)("%s: no correction leads to a wrong LSOA", (slip, context) => {
    const { index } = found
    if (absent || !index) return context.skip(why)
    const neighbourhoods = gazetteerOf(index, { use: "to see a wrong one", by: "a test", on: "2026-11-22" })
    const placed = postcodesIn(index, "all").filter((each) => neighbourhoods.find(each)?.geography !== "unplaced")
    expect(placed.length).toBeGreaterThan(72_000)
    const shares = sharesOf(neighbourhoods, placed, slip, seeded(seed), 5_000)
    console.log(`${slip}, seed ${seed}: ${outcomes.map((each) => `${each} ${shares[each]}`).join(", ")} of 5000`)
    expect(shares["corrected wrongly"]).toBe(0)
    if (slip === "case and spaces" || slip === "words around") expect(shares["as it is"]).toBe(5_000)
  })

  test("each of 73,182 real postcodes is found exactly, with the geography of its publisher", (context) => {
    const { index } = found
    if (absent || !index) return context.skip(why)
    const all = postcodesIn(index, "all")
    expect([all.length, index.meta.postcodes, postcodesIn(index, "live").length]).toEqual([73_182, 73_182, 52_311])
    const { find } = gazetteerOf(index)
    expect(all.filter((postcode) => find(postcode) === undefined)).toHaveLength(0)
    expect(find("SM11AA")).toEqual({
      live: true,
      geography: { localAuthority: "E09000029", region: "E12000007", imdDecile: 4 },
    })
  })
})

test("matching unwraps, matches and wipes a postcode with any geography", { tags: [...tags] }, async () => {
  const postcode = homePostcode("SM1 IAA")
  const admitted = { form: "9-12", receivedOn: "2026-11-22", answers: {}, postcode } as unknown as Parameters<
    typeof match
  >[0]
  const matched = await Effect.runPromise(Effect.provide(match(admitted), GeographyLookup.in(sparse)))
  expect(matched.geography).toEqual(place(1))
  expect(() => Redacted.value(postcode)).toThrow()
})
