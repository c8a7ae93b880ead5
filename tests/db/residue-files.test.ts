/** Scans files by their format: sealed ones by their frame, databases by their cells, and everything else byte by byte. */
import { randomBytes } from "node:crypto"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { describe, expect, test } from "vitest"
import { type Label, lineOf } from "../../db/backup/label.ts"
import { digestIndexOf } from "../../db/residue/postcode-digests.ts"
import { overlap } from "../../db/residue/read-blocks.ts"
import { scan, scanWith } from "../../db/residue/scan.ts"
import { searchOf, searchOptions } from "../../db/residue/search.ts"
import { jobsInThreads, jobsWith } from "../../db/residue/threads.ts"
import { newFolder } from "../support/store.ts"

const spaced = "ZZ1 0AA"
const options = searchOptions({ words: ["Ottoline Quell"], index: undefined, days: ["2027-05-19"] })
const search = searchOf(options)
const scanning = (...paths: readonly string[]) => scanWith({ paths }, () => jobsWith(search))
const foundIn = async (...paths: readonly string[]) =>
  (await scanning(...paths)).found.map(({ what, file }) => `${what} in ${file}`)

const label: Label = {
  format: "the-big-ask/sealed/1",
  of: "batch",
  mode: "rehearsal",
  on: "2027-05-19" as Label["on"],
  set: "0123456789abcdef",
  holds: ["batch"],
  key: "0123456789abcdef",
}
const inSealed = (content: Buffer, ...more: readonly Buffer[]) =>
  Buffer.concat([lineOf(label), randomBytes(32), content, ...more])

const written = (name: string, bytes: Buffer | string): string => {
  const file = join(newFolder(), name)
  writeFileSync(file, bytes)
  return file
}

describe("every byte of every file", () => {
  test("is scanned once, in every folder and across the ends of blocks, also by threads", async () => {
    const folder = newFolder()
    mkdirSync(join(folder, "deep", "er"), { recursive: true })
    const file = join(folder, "deep", "er", "large")
    const block = 4 * 2 ** 20
    const places = [
      0,
      block - overlap - 3,
      block - 4,
      2 * block - overlap - 2,
      2 * block,
      4 * block - 3,
      4 * block + 5_000,
    ]
    const bytes = Buffer.alloc(4 * block + 6_000, ".")
    for (const at of places) bytes.write(spaced, at)
    writeFileSync(file, bytes)
    for (const jobs of [jobsWith(search), jobsInThreads(options)]) {
      const { found, bytes: looked, unread } = await scanWith({ paths: [folder] }, () => jobs)
      expect(found.map((hit) => ({ file: hit.file, at: hit.at }))).toEqual(places.map((at) => ({ file, at })))
      expect({ looked, unread }).toEqual({ looked: bytes.length, unread: [] })
    }
  })

  test("is scanned, except in excluded files and folders, and reports its progress", async () => {
    const folder = newFolder()
    writeFileSync(join(folder, "note"), spaced)
    expect((await scan({ paths: [folder], excluded: [folder] }, options)).files).toEqual([])
    const done: number[][] = []
    const { found } = await scan({ paths: [folder], progress: (...each) => done.push(each) }, options)
    expect(found).toHaveLength(1)
    expect(done).toEqual([[7, 7]])
  })

  test("is scanned, and files that cannot be read are listed", async () => {
    const file = written("note", "nothing")
    const broken = () => {
      throw new Error("no")
    }
    const failing = { everything: broken, pages: broken, sealed: broken }
    expect((await scanWith({ paths: [file] }, () => jobsWith(failing))).unread).toEqual([file])
  })
})

describe("a sealed file", () => {
  const text = Buffer.from(`the home of the child is ${spaced}, and Ottoline Quell lives there`)

  test("is not searched for postcodes, but for planted words", async () => {
    const file = written("day.sealed", inSealed(randomBytes(900), text, randomBytes(900)))
    expect(await foundIn(file)).toEqual([`planted word in ${file}`])
  })

  test("is one only with its whole frame: any other file is searched as a text", async () => {
    const odd = { ...label, note: `${spaced} in the label` }
    for (const bytes of [
      inSealed(Buffer.alloc(2 * (256 * 1024 + 16) + 5), text).subarray(0, 256 * 1024 + 5_000),
      Buffer.concat([Buffer.from(`${JSON.stringify(odd)}\n`), randomBytes(32), text]),
      Buffer.concat([Buffer.from(` ${lineOf(label)}`), randomBytes(32), text]),
    ]) {
      const file = written("odd.sealed", bytes.includes(text) ? bytes : Buffer.concat([Buffer.from("x"), bytes, text]))
      expect(await foundIn(file)).toContain(`postcode in ${file}`)
    }
  })
})

describe("a SQLite database", () => {
  const database = (make: (store: DatabaseSync) => void): string => {
    const file = join(newFolder(), "store.sqlite")
    const store = new DatabaseSync(file)
    store.exec("pragma page_size = 4096")
    make(store)
    store.close()
    return file
  }
  const between = (value: string | Buffer) =>
    database((store) => {
      store.exec("create table note (key blob, words any, more blob)")
      const insert = store.prepare("insert into note values (?, ?, ?)")
      for (let row = 0; row < 20; row++) insert.run(randomBytes(40), row === 7 ? value : null, randomBytes(400))
    })

  test("is searched cell by cell: a bare postcode between random cells is found", async () => {
    for (const cell of [spaced, "zz10aa", Buffer.from(spaced), Buffer.from(spaced, "utf16le")]) {
      const file = between(cell)
      expect(await foundIn(file), String(cell)).toContain(`postcode in ${file}, note.words`)
    }
  })

  test("is searched in cells that go over several pages", async () => {
    const file = between(`${"long ".repeat(2_000)}${spaced}${" words".repeat(2_000)}`)
    expect(await foundIn(file)).toContain(`postcode in ${file}, note.words`)
  })

  test("is not searched for postcodes in its sealed columns, but for planted words and sealed rows", async () => {
    const file = database((store) => {
      store.exec("create table response (key blob, day text, form text, encapsulated blob, ciphertext blob)")
      const insert = store.prepare("insert into response values (?, ?, ?, ?, ?)")
      const sealed = Buffer.concat([Buffer.alloc(20, 0xfe), Buffer.from(spaced), Buffer.alloc(20, 0xfe)])
      insert.run(randomBytes(16), "2027-05-18", "9-12", Buffer.alloc(32, 0xf1), sealed)
      insert.run(randomBytes(16), "2027-05-19", "9-12", Buffer.alloc(32, 0xf1), Buffer.alloc(64, 0xf2))
    })
    expect(await foundIn(file)).toEqual([`sealed row in ${file}`])
  })

  test("is searched where rows were deleted", async () => {
    const file = database((store) => {
      store.exec("pragma secure_delete = off; create table note (words text)")
      store.exec(`insert into note values ('I am Ottoline Quell of ${spaced}, by the river'); delete from note`)
    })
    expect(await foundIn(file)).toEqual([`planted word in ${file}`, `postcode in ${file}`])
  })

  test("tells free text, which a person has yet to clean, from other cells", async () => {
    const evidence = (place: string) =>
      database((store) => {
        store.exec("create table quarantine (response blob, words text); create table kept_response (place text)")
        store.exec(`insert into quarantine values (x'00', 'I live at ${spaced} with my nan')`)
        store.exec(`insert into kept_response values ('${place}')`)
      })
    const clean = evidence("located")
    expect(new Set(await foundIn(clean))).toEqual(
      new Set([`postcode in free text in ${clean}`, `postcode in free text in ${clean}, quarantine.words`]),
    )
    const leaky = evidence(`a long text of the place, which is ${spaced}, and so on`)
    expect(await foundIn(leaky)).toContain(`postcode in ${leaky}, kept_response.place`)
  })

  test("is left as it was: no log is made next to it", async () => {
    const folder = newFolder()
    const file = join(folder, "store.sqlite")
    const store = new DatabaseSync(file)
    store.exec("pragma journal_mode = wal; create table note (words text); insert into note values ('zz10aa')")
    store.close()
    expect((await scanning(folder)).files).toEqual([file])
    expect((await scanning(folder)).files).toEqual([file])
  })

  test("is read with its log while a writer has it open", async () => {
    const file = join(newFolder(), "store.sqlite")
    const store = new DatabaseSync(file)
    store.exec("pragma journal_mode = wal; create table note (words text); insert into note values ('zz10aa')")
    expect(await foundIn(file)).toContain(`postcode in ${file}, note.words`)
    store.close()
  })
})

test("the digests of every spelling are found in the table that is made once", () => {
  expect(digestIndexOf(options.digests.table).table).toHaveLength(options.digests.table.length)
  expect(options.digests.table.length % 4).toBe(0)
})
