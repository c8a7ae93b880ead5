/** Names, towns, dates and numbers never become a postcode, with all of England's postcodes to mistake them for. */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { Effect } from "effect"
import { beforeAll, describe, expect, test } from "vitest"
import { isReferenceHere, referenceFiles } from "../../bench/reference-data.ts"
import type { Gazetteer } from "../../db/geography/gazetteer.ts"
import { importGeography } from "../../db/geography/import/import.ts"
import { gazetteerOf } from "../../db/geography/imported.ts"
import { decodeIndex, type Index } from "../../db/geography/index-file.ts"
import { inLatin } from "../../db/geography/latin.ts"
import { readWritten } from "../../db/geography/parse-postcode.ts"
import { postcodesIn } from "../../db/geography/register-index.ts"
import { sharesOf } from "../support/match-shares.ts"
import { seeded } from "../support/postcode-slips.ts"

const tags = ["postcode-only-for-geography"] as const

describe("letters of other scripts", { tags: [...tags] }, () => {
  test("a letter that looks like a Latin one counts as it", () => {
    expect(inLatin("\u0412 B1 1AA")).toBe("B B1 1AA")
    expect(inLatin("\u0405W1A 1AA")).toBe("SW1A 1AA")
  })

  test.each(["\u0416W1A 1AA", "\u0661 W1A 1AA", "\u5317W1A1AA", "W1A 1AA\u00fe"])(
    "any other letter or digit leaves the text unmatched: %s",
    (written) => {
      expect(inLatin(written)).toBeUndefined()
    },
  )

  test("an accent alone changes nothing", () => {
    expect(inLatin("w1á 1aa")).toBe("W1A 1AA")
  })
})

const gazetteers = join(import.meta.dirname, "..", "..", "..", "shared", "reference-data", "gazetteers")
const lists = {
  "first names": "first-names-ew-1999-2020.tsv.gz",
  "older first names": "first-names-ew-1904-1994-top100.tsv.gz",
  surnames: "surnames-school-heads-england-2016.tsv.gz",
  places: "places-england-os-open-names.tsv.gz",
  "towns of schools": "school-towns-england-2016.tsv.gz",
  "localities of schools": "school-localities-england-2016.tsv.gz",
  "names of schools": "school-names-england.txt.gz",
  streets: "street-names-near-schools-england.tsv.gz",
} as const

const absent = !isReferenceHere() || !existsSync(gazetteers)
const why = "the reference data is not here: names and numbers are not tried against all of England"
if (absent) console.warn(`Skipped: ${why}.`)

/** The first column of a list, without its heading. */
const entriesOf = (file: string): readonly string[] => {
  const lines = gunzipSync(readFileSync(join(gazetteers, file)))
    .toString("utf8")
    .split("\n")
  const entries = lines.map((line) => line.split("\t")[0]?.trim() ?? "").filter(Boolean)
  return file.endsWith(".txt.gz") ? entries : entries.slice(1)
}

/** Two entries hold a true postcode besides the name: they are read as it. */
const holdsPostcode = /\b(?:N9 0AH|BN17 6DQ)\b/

const FULL = process.env["FULL"] !== undefined

const months = "January February March April May June July August September October November December".split(" ")

/** Every day of a child's possible birth years, in the ways in which people write a date. */
function* dates(): Generator<string> {
  for (let time = Date.UTC(2003, 0, 1); time < Date.UTC(FULL ? 2023 : 2006, 0, 1); time += 86_400_000) {
    const date = new Date(time)
    const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()]
    const two = (value: number) => String(value % 100).padStart(2, "0")
    const name = months[month - 1] ?? ""
    for (const separator of ["/", "-", ".", " ", ""]) {
      yield [two(day), two(month), two(year)].join(separator)
      yield [day, month, two(year)].join(separator)
      yield [day, month, year].join(separator)
      yield [year, two(month), two(day)].join(separator)
      for (const word of [name, name.slice(0, 3)])
        for (const written of [`${day}`, `${day}th`, two(day)]) {
          yield [written, word, year].join(separator)
          yield [written, word, two(year)].join(separator)
          yield [word, written, two(year)].join(separator)
          yield [written, word].join(separator)
        }
    }
  }
}

function* numbers(): Generator<string> {
  for (let value = 0; value < 200_000; value++) yield String(value)
  for (let value = 0; value < 100_000; value++) yield String(value).padStart(5, "0").split("").join(" ")
  for (let value = 0; value < 1_000_000; value += 7) yield `07${String(value).padStart(6, "0")}`
}

describe("all of England", { tags: [...tags] }, () => {
  const found: { gazetteer?: Gazetteer; index?: Index } = {}
  beforeAll(async () => {
    if (absent) return
    const { bytes } = await Effect.runPromise(
      importGeography({ files: referenceFiles, part: false, progress: () => undefined }),
    )
    const index = decodeIndex(bytes)
    if (index) Object.assign(found, { index, gazetteer: gazetteerOf(index) })
  })

  const matched = ({ gazetteer }: typeof found, texts: Iterable<string>): readonly string[] => {
    if (!gazetteer) throw new Error("The geography of England was not imported.")
    return [...texts].filter((text) => readWritten(gazetteer, text).how !== "unmatched")
  }

  test.for(Object.entries(lists))("none of the %s is a postcode", ([, file], context) => {
    if (absent) return context.skip(why)
    const entries = entriesOf(file)
    expect(entries.length).toBeGreaterThan(500)
    expect(matched(found, entries).filter((entry) => !holdsPostcode.test(entry))).toEqual([])
  })

  test("no date is a postcode", (context) => {
    if (absent) return context.skip(why)
    expect(matched(found, dates())).toEqual([])
  })

  test("no number is a postcode", (context) => {
    if (absent) return context.skip(why)
    expect(matched(found, numbers())).toEqual([])
  })

  test("at least 99.5 % of true postcodes are read as they are", (context) => {
    const { index, gazetteer } = found
    if (absent || !index || !gazetteer) return context.skip(why)
    const shares = sharesOf(gazetteer, postcodesIn(index, "live"), "case and spaces", seeded(20_261_130), 50_000)
    expect(shares["as it is"] / 50_000).toBeGreaterThanOrEqual(0.995)
  })
})
