/** Scans for forbidden content in every encoding and at every position, without false findings. */
import { createHash, randomBytes } from "node:crypto"
import { describe, expect, test } from "vitest"
import { encodings } from "../../db/residue/encodings.ts"
import { searchOf, searchOptions } from "../../db/residue/search.ts"
import { everyPostcode } from "../support/residue.ts"

const { everything, pages } = searchOf(
  searchOptions({ words: ["Ottoline Quell"], index: undefined, days: ["2027-05-19"] }),
)
const alone = { begins: true, ends: true }
const within = { begins: false, ends: false }
const find = (bytes: Buffer) => everything(bytes, alone)

/** Live in the made-up geography: with and without the space, and one in lower case. */
const spaced = "ZZ1 0AA"
const compact = "ZZ10AA"

const found = (bytes: Buffer) => find(bytes).map(({ what, at }) => ({ what, at }))
const after = "2027-05-19 stored, home: "
const before = ", from a page of the form"

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
    "to%20ZZ1%200AA",
    "one\\nZZ1 0AA",
    "addressZZ1 0AA",
  ]

  test.each(written)("is found as %s, in a text amid sealed bytes or alone", (text) => {
    const random = randomBytes(1_000)
    const hits = found(Buffer.concat([random, Buffer.from(after + text + before), randomBytes(1_000)]))
    expect(hits).toContainEqual({ what: "postcode", at: 1_000 + after.length + text.search(/zz/i) })
    expect(found(Buffer.from(text))).toHaveLength(1)
    expect(found(Buffer.concat([Buffer.alloc(64), Buffer.from(text), Buffer.alloc(64)]))).toHaveLength(1)
  })

  test("is found next to letters of any script", () => {
    for (const text of ["дом ребёнка: ZZ1 0AA, улица", "家的邮政编码：ZZ1 0AA（孩子）", "café à côté ZZ1 0AA été"]) {
      const bytes = Buffer.concat([
        randomBytes(500).fill(0xff, 490),
        Buffer.from(text),
        randomBytes(500).fill(0xff, 0, 9),
      ])
      expect(found(bytes), text).toHaveLength(1)
    }
  })

  test.each(Object.keys(encodings))("is found in %s", (name) => {
    const encode = Object.entries(encodings).find(([each]) => each === name)?.[1]
    for (const spelt of [spaced, spaced.toLowerCase(), compact])
      for (const bytes of encode?.(spelt) ?? []) {
        if (name === "base64") continue
        const isPlain = name === "UTF-8" || name === "URL-encoded"
        const [start, end] = isPlain
          ? [Buffer.from(after), Buffer.from(before)]
          : [Buffer.alloc(9, 1), Buffer.alloc(9, 1)]
        expect(found(Buffer.concat([start, bytes, end])), spelt).not.toEqual([])
      }
  })

  test.each([0, 1, 2, 3])("is found in base64 after %i signs", (count) => {
    const text = Buffer.from(`${"x".repeat(count)} ${spaced}, home`).toString("base64")
    expect(find(Buffer.from(text)).map(({ encoding }) => encoding)).toContain("base64")
    expect(find(Buffer.from(`{"sealed":"${text}"}`)).map(({ encoding }) => encoding)).toContain("base64")
  })

  test.each(["base64", "base64url", "hex"] as const)("is found alone in %s", (form) => {
    for (const spelt of [spaced, compact])
      expect(
        find(Buffer.from(`"${Buffer.from(spelt).toString(form)}"`)).map(({ encoding }) => encoding),
        spelt,
      ).toEqual([form === "hex" ? "hex" : "base64"])
  })

  test.each(["hex", "base64"] as const)("is found as a digest in %s", (form) => {
    const digest = createHash("sha256").update(spaced).digest(form)
    expect(find(Buffer.from(`"${digest}"`)).map(({ encoding }) => encoding)).toContain(`SHA-256, ${form}`)
  })

  test("is found as a digest in bytes, and not as another digest that begins alike", () => {
    const digest = createHash("sha256").update(compact.toLowerCase()).digest()
    const inBytes = (bytes: Buffer) => find(Buffer.concat([randomBytes(99), bytes, randomBytes(99)]))
    expect(inBytes(digest)).toEqual([{ what: "postcode", at: 99, length: 32, encoding: "SHA-256, UTF-8" }])
    expect(inBytes(Buffer.concat([digest.subarray(0, 31), Buffer.from([(digest[31] ?? 0) ^ 1])]))).toEqual([])
  })

  test("is not found in random bytes, words, codes or digests that resemble one", () => {
    expect(found(Buffer.concat([Buffer.alloc(9, 0xfe), Buffer.from(compact), Buffer.alloc(9, 0xfe)]))).toEqual([])
    expect(found(Buffer.concat([Buffer.alloc(9, 0xfe), Buffer.from(` ${spaced} `), Buffer.alloc(9, 0xfe)]))).toEqual([])
    for (const text of [
      "E06000001 E12000001 age-13-17 easy-read-9-12 ZZ9 9ZX ZZ1 9AA",
      "key xZZ10AAx and 9zz10aa9 and aZZ1+0AAb",
      "a3zz10aa5d0f7711b2c3d4e5f60718293a4b5c6d7e8f901",
    ])
      expect(found(Buffer.from(text)), text).toEqual([])
  })
})

test("a planted word is found in a text, in sealed bytes, and in every encoding", () => {
  for (const [name, encode] of Object.entries(encodings))
    for (const bytes of encode("Ottoline Quell")) {
      const amid = Buffer.concat([randomBytes(500), bytes, randomBytes(500)])
      expect(pages(amid, within), name).toContainEqual(expect.objectContaining({ what: "planted word", at: 500 }))
    }
})

/** With every possible postcode live random bytes look like one fifty times as often as with those of England. */
test("no postcode is found in many gigabytes of random bytes", { timeout: 3_600_000 }, () => {
  const megabytes = process.env["FULL"] === "1" ? 2_000 : 80
  const search = everyPostcode()
  let candidates = 0
  for (let done = 0; done < megabytes; done++) {
    const bytes = randomBytes(2 ** 20)
    expect(search(bytes, within)).toEqual([])
    candidates += search.candidates(bytes)
  }
  // Without the rule about the text around them, these would have been found.
  expect(candidates).toBeGreaterThan(megabytes / 10)
})

describe("a sealed row of a day whose key is destroyed", () => {
  const sealed = Buffer.concat([Buffer.alloc(16, 0xee), Buffer.from("2027-05-199-12"), Buffer.alloc(44, 0xf1)])

  test("is found as SQLite and PostgreSQL store it", () => {
    expect(found(sealed)).toEqual([{ what: "sealed row", at: 16 }])
    const postgres = Buffer.concat([Buffer.from("\u00172027-05-19\u000b9-12C", "latin1"), Buffer.alloc(44, 0xf1)])
    expect(found(postgres)).toEqual([{ what: "sealed row", at: 1 }])
  })

  test("is not confused with a sealed row of another day or a stored response", () => {
    expect(found(Buffer.from(sealed.toString("latin1").replace("-19", "-20"), "latin1"))).toEqual([])
    const entry = () => Buffer.concat([Buffer.from("\u0004\u0021\u001b2027-05-199-12", "latin1"), randomBytes(16)])
    const page = Buffer.from([10, 0, 0, 1, 44, 0, 99, 0, 0x3f, 0xe1, 0x3f, 0xc2, 0x3f, 0xa3, 0x3f, 0x84, 0x3f, 0x65])
    for (let time = 0; time < 50; time++)
      expect(found(Buffer.concat([entry(), entry(), entry(), page, Buffer.alloc(40)]))).toEqual([])
    expect(found(Buffer.from(`2027-05-199-12located{"age":"9","gender":"girl"}${" ".repeat(60)}`))).toEqual([])
  })
})
