/** The scan finds what should be nowhere, in every encoding and wherever it lies, and finds nothing where there is nothing. */
import { createHash, randomBytes } from "node:crypto"
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { encodings } from "../../db/residue/encodings.ts"
import { overlap } from "../../db/residue/pieces.ts"
import { finderOf, scan } from "../../db/residue/scan.ts"

const newFolder = () => mkdtempSync(join(tmpdir(), "big-ask-residue-"))
const find = finderOf({ words: [], index: undefined, days: ["2027-05-19"] })

/** Live in the made-up geography: five signs and seven with the space, and one of them as it is written in small letters. */
const spaced = "ZZ1 0AA"
const compact = "ZZ10AA"

const found = (bytes: Buffer) => find(bytes).map(({ what, at }) => ({ what, at }))

describe("a live postcode", () => {
  const written = [
    spaced,
    spaced.toLowerCase(),
    "Zz1 0aA",
    "ZZ1-0AA",
    "ZZ1%200AA",
    "ZZ1+0AA",
    '{"home":"ZZ10AA"}',
    "zz10aa",
  ]

  test.each(written)("as %s, amid sealed bytes or alone", (text) => {
    const before = randomBytes(1_000)
    const hits = found(Buffer.concat([before, Buffer.from(`   ${text}   `), randomBytes(1_000)]))
    expect(hits).toContainEqual({ what: "postcode", at: 1_003 + text.search(/zz/i) })
    expect(found(Buffer.from(text))).toHaveLength(1)
  })

  test.each(Object.keys(encodings))("in %s", (name) => {
    const encode = Object.entries(encodings).find(([each]) => each === name)?.[1]
    for (const spelt of [spaced, spaced.toLowerCase(), compact])
      for (const bytes of encode?.(spelt) ?? []) {
        if (name === "base64") continue
        expect(found(Buffer.concat([Buffer.from([0, 1, 2]), bytes, Buffer.from([0, 1, 2])])), spelt).not.toEqual([])
      }
  })

  test.each([0, 1, 2, 3])("in base64 with %i signs before it", (before) => {
    const text = Buffer.from(`${"x".repeat(before)} ${spaced}, home`).toString("base64")
    expect(find(Buffer.from(text)).map(({ encoding }) => encoding)).toContain("base64")
  })

  test.each(["hex", "base64"] as const)("as a digest in %s", (form) => {
    const digest = createHash("sha256").update(spaced).digest(form)
    expect(find(Buffer.from(`"${digest}"`)).map(({ encoding }) => encoding)).toContain(`SHA-256, ${form}`)
  })

  test("as a short column of a record amid random ones, which says how long it is", () => {
    for (const length of [compact.length, 2 * compact.length + 13, 2 * compact.length + 3]) {
      const record = Buffer.concat([
        randomBytes(50),
        Buffer.from([length]),
        Buffer.from(compact),
        Buffer.alloc(50, 0xff),
      ])
      expect(found(record)).toContainEqual({ what: "postcode", at: 51 })
    }
  })

  test("is not seen in random bytes or digests that happen to read like one", () => {
    expect(found(Buffer.concat([Buffer.alloc(9, 0xfe), Buffer.from(compact), Buffer.alloc(9, 0xfe)]))).toEqual([])
    expect(found(randomBytes(2 ** 20))).toEqual([])
    expect(found(Buffer.from("E06000001 E12000001 age-13-17 easy-read-9-12 ZZ9 9ZX ZZ1 9AA"))).toEqual([])
  })
})

describe("a sealed row of a day whose key is destroyed", () => {
  const sealed = Buffer.concat([Buffer.alloc(16, 0xee), Buffer.from("2027-05-199-12"), Buffer.alloc(44, 0xf1)])

  test("is found as SQLite and as Postgres write it", () => {
    expect(found(sealed)).toEqual([{ what: "sealed row", at: 16 }])
    const postgres = Buffer.concat([Buffer.from("\u00172027-05-19\u000b9-12C", "latin1"), Buffer.alloc(44, 0xf1)])
    expect(found(postgres)).toEqual([{ what: "sealed row", at: 1 }])
  })

  test("is another thing than a sealed row of another day, or a response that was opened and kept", () => {
    expect(found(Buffer.from(sealed.toString("latin1").replace("-19", "-20"), "latin1"))).toEqual([])
    expect(found(Buffer.from(`2027-05-199-12located{"age":"9","gender":"girl"}${" ".repeat(60)}`))).toEqual([])
  })
})

describe("every byte of every file", () => {
  test("is looked at once, whichever folder it lies in and wherever a piece of it ends", () => {
    const folder = newFolder()
    mkdirSync(join(folder, "deep", "er"), { recursive: true })
    const file = join(folder, "deep", "er", "large")
    const piece = 8 * 2 ** 20
    for (const at of [0, piece - 4, piece - overlap - 3, piece, 2 * piece - overlap - 2, 2 * piece + 5_000]) {
      const bytes = Buffer.alloc(2 * piece + 6_000, 0xff)
      bytes.write(spaced, at)
      writeFileSync(file, bytes)
      const { found: hits, bytes: looked } = scan([folder], find)
      expect(hits.map((hit) => ({ file: hit.file, at: hit.at }))).toEqual([{ file, at }])
      expect(looked).toBe(bytes.length)
    }
  })

  test("but not what is left out", () => {
    const folder = newFolder()
    writeFileSync(join(folder, "note"), spaced)
    expect(scan([folder], find, [folder]).files).toBe(0)
    expect(scan([folder], find).found).toHaveLength(1)
  })

  test("and what cannot be read is told", () => {
    const folder = newFolder()
    writeFileSync(join(folder, "note"), "nothing")
    const broken = () => {
      throw new Error("no")
    }
    expect(scan([folder], broken).unread).toEqual([join(folder, "note")])
  })
})
