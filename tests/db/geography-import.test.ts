/** Imports the publishers' files into one index, completely or not at all, and refuses a wrong file by line and column. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { Effect, Result } from "effect"
import { describe, expect, test } from "vitest"
import { importGeography } from "../../db/geography/import/import.ts"
import { gazetteerOf } from "../../db/geography/imported.ts"
import { geographyFolder, keepIndex, readIndex } from "../../db/geography/index-folder.ts"
import { ask } from "../support/ask.ts"
import { authorities, deprivation, nspl2021, nspl2025, onspd2024, rows, schools } from "../support/geography-files.ts"
import { type Files, whole, written } from "../support/geography-written.ts"
import { newFolder } from "../support/store.ts"
import { zipOf } from "../support/zip.ts"

const tags = ["postcode-only-for-geography"] as const

const importing = (files: Files, part = true) =>
  Effect.runPromise(Effect.result(importGeography({ files: written(files), part, progress: () => undefined })))

const indexOf = async (files: Files) => {
  const result = await importing(files)
  if (Result.isFailure(result)) throw result.failure
  const folder = geographyFolder(newFolder())
  keepIndex(folder, result.success.bytes)
  const index = readIndex(folder)
  if (index === undefined || index === "damaged") throw new Error("nothing to read")
  return index
}

const refusal = async (files: Files, part = true): Promise<string> => {
  const result = await importing(files, part)
  return Result.isFailure(result) ? result.failure.message : "imported"
}

const { "NSPL_FEB_2025_UK.csv": postcodes = "", ...lists } = whole
const cut = (text: string | Buffer, bytes: number) => Buffer.from(text).subarray(0, -bytes)
/** Changes one byte of the sum in the directory of the zip. */
const spoilt = (zip: Buffer) => {
  const at = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 16
  return zip.fill((zip[at] ?? 0) ^ 1, at, at + 1)
}
const area = (name: string) => rows.filter(({ postcode }) => postcode.startsWith(name))

describe("is imported", { tags: [...tags] }, () => {
  const in2011 = { ...lists, "File_7_IoD2025.csv": deprivation("2011") }
  const formats: readonly (readonly [string, Files])[] = [
    ["NSPL with the headers of 2025", whole],
    ["NSPL of 2021, in quotes", { ...in2011, "NSPL_NOV_2021_UK.csv": nspl2021() }],
    ["ONSPD, which has both censuses", { ...lists, "ONSPD_AUG_2024_UK.csv": onspd2024() }],
    ["gzipped", { ...lists, "NSPL_FEB_2025_UK.csv.gz": gzipSync(postcodes) }],
    [
      "a zip with one file",
      { ...lists, "nspl.zip": zipOf({ "Data/NSPL_FEB_2025_UK.csv": nspl2025(), "readme.txt": "x" }) },
    ],
    [
      "a zip with a file for each area",
      {
        ...lists,
        "nspl.zip": zipOf({
          "Data/multi_csv/NSPL_FEB_2025_UK_ZA.csv": nspl2025(area("ZZ1")),
          "Data/multi_csv/NSPL_FEB_2025_UK_ZB.csv": nspl2025([...area("ZZ2"), ...area("ZZ3")]),
          "Documents/names.csv": "code,name\r\n1,2\r\n",
        }),
      },
    ],
    [
      "a zip with both, whose parts are not read twice",
      {
        ...lists,
        "nspl.zip": zipOf({
          "Data/NSPL_FEB_2025_UK.csv": nspl2025(),
          "Data/multi_csv/NSPL_FEB_2025_UK_ZZ.csv": nspl2025(),
        }),
      },
    ],
  ]

  test.each(formats)("%s", async (_format, files) => {
    const { find, sector } = gazetteerOf(await indexOf(files))
    const northmoor = { localAuthority: "E06999901", region: "E12000001" }
    expect(find("ZZ11AA")).toEqual({ geography: { ...northmoor, imdDecile: 1 }, live: true })
    expect(find("ZZ12AB")?.geography).toMatchObject({ localAuthority: "E07999902", imdDecile: 7 })
    expect(find("ZZ23EF")).toMatchObject({ geography: { imdDecile: 10 }, live: false })
    expect(find("ZZ34AA")).toEqual({ geography: "outside-england", live: true })
    expect([find("ZZ11AD"), find("ZZ91AA")]).toEqual([undefined, undefined])
    expect([sector("ZZ11ZZ"), sector("ZZ12ZZ"), sector("ZZ34ZZ")]).toEqual([northmoor, undefined, "outside-england"])
  })

  test("without any LSOA, unless a use for it is recorded", async () => {
    const index = await indexOf(whole)
    expect(gazetteerOf(index).find("ZZ11AA")?.geography).not.toHaveProperty("lsoa")
    const use = { use: "A map of deprivation.", by: "Ama Officer", on: "2027-01-04" }
    expect(gazetteerOf(index, use).find("ZZ11AA")?.geography).toMatchObject({ lsoa: "E01999901" })
  })

  test("without Northern Ireland, which has another licence: its postcodes are only known to be outside England", async () => {
    const belfast = {
      postcode: "BT1 1AA",
      lsoa: "N20999901",
      authority: "N09999901",
      region: "N99999999",
      country: "N92000002",
    }
    const { find, sector } = gazetteerOf(
      await indexOf({ ...whole, "NSPL_FEB_2025_UK.csv": nspl2025([...rows, belfast]) }),
    )
    expect([find("BT11AA"), sector("BT11AA")]).toEqual([undefined, "outside-england"])
  })

  test("with vintage and licence, and only schools that a child may pick", async () => {
    const { meta, parts } = await indexOf(whole)
    expect(meta.sources.map(({ vintage }) => vintage)).toEqual([
      "NSPL February 2025",
      "Indices of Deprivation 2025",
      "Local authorities 2024",
      "Get Information about Schools, 11 July 2025",
    ])
    for (const { licence } of meta.sources) expect(licence).toContain("Open Government Licence v3.0")
    expect(meta.sources[0]?.licence).toContain("Royal Mail copyright and database right 2025")
    expect(Buffer.from(parts.schools).toString().split("\n")).toEqual([
      "900101\tSt Chloé’s Primary School\tNorthmoor",
      "900106\tSaltby High School\tSaltby",
    ])
  })

  test("into the same bytes from the same files in any order", async () => {
    const parts = { "NSPL_FEB_2025_A.csv": nspl2025(area("ZZ2")), "NSPL_FEB_2025_B.csv": nspl2025(area("ZZ1")) }
    const files = { ...lists, ...parts }
    const [one, other] = [await importing(files), await importing(Object.fromEntries(Object.entries(files).reverse()))]
    if (Result.isFailure(one) || Result.isFailure(other)) throw new Error("refused")
    expect(Buffer.from(one.success.bytes).equals(other.success.bytes)).toBe(true)
    const folder = geographyFolder(newFolder())
    expect([keepIndex(folder, one.success.bytes), keepIndex(folder, other.success.bytes)]).toEqual([true, false])
    expect(readdirSync(folder)).toEqual(["england.index"])
  })
})

describe("is refused", { tags: [...tags] }, () => {
  const altered = (from: string, to: string) => ({ ...whole, "NSPL_FEB_2025_UK.csv": nspl2025().replace(from, to) })
  const wrong: readonly (readonly [string, Files, RegExp])[] = [
    [
      "a file whose last line is cut off",
      { ...whole, "NSPL_FEB_2025_UK.csv": cut(postcodes, 4) },
      /NSPL_FEB_2025_UK.csv, line 9: the last line has no end/,
    ],
    [
      "one cut off within its lines",
      { ...whole, "NSPL_FEB_2025_UK.csv": `${cut(postcodes, 30)}\r\n` },
      /line 9: \d+ fields where the header has 12/,
    ],
    [
      "a gzip cut off",
      { ...lists, "NSPL_FEB_2025_UK.csv.gz": cut(gzipSync(postcodes), 12) },
      /csv.gz.*cut off or damaged/,
    ],
    [
      "a zip without its directory",
      { ...lists, "nspl.zip": cut(zipOf({ "NSPL_FEB_2025_UK.csv": nspl2025() }), 40) },
      /nspl.zip.*cut off/,
    ],
    [
      "a zip with one byte altered",
      { ...lists, "nspl.zip": spoilt(zipOf({ "NSPL_FEB_2025_UK.csv": nspl2025() })) },
      /nspl.zip.*cut off or damaged/,
    ],
    [
      "a list cut off",
      { ...whole, "File_7_IoD2025.csv": cut(deprivation("2021"), 3) },
      /File_7_IoD2025.csv, line 5: the last line has no end/,
    ],
    [
      "a line of another shape in a list",
      { ...whole, "lad24_rgn24.csv": `${authorities}E06999903,x\r\n` },
      /lad24_rgn24.csv, line 4/,
    ],
    [
      "a postcode twice",
      altered("ZZ1 1AB,ZZ1 1AB,199001", "ZZ1 1AB,ZZ1 1AA,199001"),
      /line 3, column pcds: this postcode is in the files twice/,
    ],
    [
      "an LSOA twice",
      { ...whole, "File_7_IoD2025.csv": deprivation("2021").replace("E01999902", "E01999901") },
      /line 3, column LSOA code \(2021\): this LSOA is in the file twice/,
    ],
    [
      "an authority twice",
      { ...whole, "lad24_rgn24.csv": `${authorities}E06999901,Northmoor,E12000001,North East\r\n` },
      /line 4, column LAD24CD: this code is in the file twice/,
    ],
    [
      "a text that is not a postcode",
      altered("ZZ1 1AB,ZZ1 1AB,199001", "ZZ1 1AB,4 Canary Road,199001"),
      /line 3, column pcds: not a postcode/,
    ],
    ["a code that is not an LSOA", altered("E01999903", "CANARY"), /line 5, column lsoa21cd: not the code of an LSOA/],
    [
      "a number that is not a decile",
      { ...whole, "File_7_IoD2025.csv": deprivation("2021", [1, 4, "11", 2]) },
      /line 4, column .*Decile.*: not a decile/,
    ],
    [
      "an LSOA that the Indices do not know",
      { ...whole, "File_7_IoD2025.csv": deprivation("2021", [1, 4, 7]) },
      /line 6: its LSOA is not in the Indices/,
    ],
    [
      "an authority of another year",
      altered("E07999902", "E07999903"),
      /line 5: its local authority is not in the lookup given/,
    ],
    ["Indices of another census", { ...whole, "File_7_IoD2025.csv": deprivation("2011") }, /different LSOAs/],
    ["two editions", { ...whole, "NSPL_MAY_2025_UK_ZZ.csv": nspl2025(area("ZZ2")) }, /two editions/],
    [
      "a file of no kind",
      { ...whole, "list.csv": "a,b\r\n1,2\r\n" },
      /list.csv, line 1: not a file that the import knows/,
    ],
    ["an empty file", { ...whole, "empty.csv": "" }, /empty.csv: the file is empty/],
    [
      "a school twice",
      {
        ...whole,
        "edubasealldata20250711.csv": Buffer.concat([
          schools,
          Buffer.from("900101,1,Other,Community school,Open,X,ZZ1 1AA,North East\r\n"),
        ]),
      },
      /column URN: this school number is in the file twice/,
    ],
  ]

  test.each(wrong)("%s", async (_what, files, words) => {
    const said = await refusal(files)
    expect(said).toMatch(words)
    expect(said).not.toMatch(/CANARY|Canary|ZZ\d|E0[167]9999/)
  })

  test("a folder in place of a file", async () => {
    const files = [...written(whole), newFolder()]
    const result = await Effect.runPromise(
      Effect.result(importGeography({ files, part: true, progress: () => undefined })),
    )
    expect(Result.isFailure(result) && result.failure.message).toMatch(/it is a folder: name the files in it/)
  })

  test("a missing kind of file, by name", async () => {
    const { "lad24_rgn24.csv": _authorities, "edubasealldata20250711.csv": _schools, ...some } = whole
    const said = await refusal(some)
    expect(said).toMatch(/authorities: .*\n.*schools: /)
    expect(said).not.toMatch(/postcodes:|deprivation:/)
  })

  test("less than England, unless it is declared as a part", async () => {
    expect(await refusal(whole, false)).toMatch(/look cut off: 4 LSOAs with a decile where England has 33755.*--part/)
    expect(await refusal(whole)).toBe("imported")
  })

  test("and the earlier geography stays byte for byte", async () => {
    const dataDir = newFolder()
    const place = { mode: "rehearsal", dataDir, databaseUrl: undefined } as const
    expect(await ask(place, "geography", "import", "--part", ...written(whole))).toBe(0)
    const file = join(geographyFolder(dataDir), "england.index")
    const before = readFileSync(file)
    expect(await ask(place, "geography", "import", "--part", ...written(altered("E01999903", "CANARY")))).toBe(1)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(geographyFolder(dataDir))).toEqual(["england.digests", "england.index"])
  })
})

test("a folder that cannot be written is reported, and no incomplete file is left", { tags: [...tags] }, async () => {
  const dataDir = newFolder()
  writeFileSync(geographyFolder(dataDir), "in the way")
  const place = { mode: "rehearsal", dataDir, databaseUrl: undefined } as const
  expect(await ask(place, "geography", "import", "--part", ...written(whole))).toBe(1)
  expect(readdirSync(dataDir)).toEqual(["geography"])
})

test("an index that is damaged in one bit or truncated is not read", { tags: [...tags] }, async () => {
  const result = await importing(whole)
  if (Result.isFailure(result)) throw result.failure
  const folder = geographyFolder(newFolder())
  for (const harm of [
    (bytes: Buffer) => bytes.fill((bytes[500] ?? 0) ^ 1, 500, 501),
    (bytes: Buffer) => bytes.subarray(0, -9),
  ]) {
    keepIndex(folder, harm(Buffer.from(result.success.bytes)))
    expect(readIndex(folder)).toBe("damaged")
  }
})
