/** Each type of establishment in the register is offered to children, or not, by an explicit list. */
import { Effect, Result } from "effect"
import { describe, expect, test } from "vitest"
import { establishmentTypes, offerOf } from "../../db/geography/import/establishment-types.ts"
import { importGeography } from "../../db/geography/import/import.ts"
import { decodeIndex } from "../../db/geography/index-file.ts"
import { nspl2025 } from "../support/geography-files.ts"
import { type Files, whole, written } from "../support/geography-written.ts"
import { zipOf } from "../support/zip.ts"

const tags = ["no-school-in-secure-settings"] as const

const importing = (files: Files) =>
  Effect.runPromise(Effect.result(importGeography({ files: written(files), part: true, progress: () => undefined })))

const schoolsOf = async (files: Files): Promise<readonly string[]> => {
  const result = await importing(files)
  if (Result.isFailure(result)) throw result.failure
  const { parts } = decodeIndex(result.success.bytes) ?? { parts: { schools: new Uint8Array() } }
  return Buffer.from(parts.schools)
    .toString()
    .split("\n")
    .map((line) => line.split("\t")[1] ?? "")
}

const register = (rows: readonly (readonly [type: string, name: string])[]): Files => ({
  ...whole,
  "edubasealldata20250711.csv": [
    "URN,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),Town,GOR (name)",
    ...rows.map(([type, name], at) => `${900_200 + at},"${name}","${type}",Open,Northmoor,North East`),
    "",
  ].join("\r\n"),
})

describe("types of establishment", { tags: [...tags] }, () => {
  const listed = Object.entries(establishmentTypes).flatMap(([offer, types]) => types.map((type) => [type, offer]))

  test.each(listed)("%s is %s, and a school of it is offered only if so", async (type = "", offer = "") => {
    expect(offerOf(type)).toBe(offer)
    const schools = await schoolsOf(
      register([
        ["Community school", "Known"],
        [type, "Another"],
      ]),
    )
    expect(schools).toEqual(offer === "offered" ? ["Known", "Another"] : ["Known"])
  })

  test("no type is on the list twice", () => {
    expect(new Set(listed.map(([type = ""]) => type.toLowerCase())).size).toBe(listed.length)
  })

  test("a type is known however an edition writes it", () => {
    expect(offerOf("University Technical College")).toBe("offered")
    expect(offerOf("Free school  16-19")).toBe("offered")
    expect(offerOf("Academy 16 to 19 sponsor led")).toBe("offered")
    expect(offerOf("Academy - Converter mainstream")).toBe("offered")
    expect(offerOf("Secure units")).toBe("secure")
    expect(offerOf("Service Childrens Education")).toBe("offered")
  })

  test("an unknown type is refused with its line and column, before any school is offered", async () => {
    const result = await importing(register([["Academy on the Moon", "Sea of Tranquillity"]]))
    expect(Result.isFailure(result) && result.failure.message).toMatch(
      /line 2, column TypeOfEstablishment \(name\): this type of establishment is not known/,
    )
  })
})

test("a zip that a Mac made again is read without the files that the Mac added", {
  tags: ["postcode-only-for-geography"],
}, async () => {
  const { "NSPL_FEB_2025_UK.csv": _plain, ...lists } = whole
  const zip = zipOf({
    "Data/NSPL_FEB_2025_UK.csv": nspl2025(),
    "__MACOSX/Data/._NSPL_FEB_2025_UK.csv": "\u0000\u0005\u0016\u0007 not a list",
    "Data/._other.csv": "\u0000\u0005\u0016\u0007 not a list",
  })
  expect(await schoolsOf({ ...lists, "nspl.zip": zip })).toContain("Saltby High School")
})
