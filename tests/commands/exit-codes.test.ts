/** The same failure has the same exit code for every command, and docs/exit-codes.md lists every code. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { exitCodes } from "../../src/commands/exit-code.ts"
import { collectionSource, evidenceSource, projectRoot, type StorageSettings } from "../../src/deployment/storage.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { openedEvidence } from "../support/evidence.ts"
import { newFolder, opened } from "../support/store.ts"

const newStorage = (mode: StorageSettings["mode"] = "rehearsal"): StorageSettings => ({
  mode,
  dataDir: newFolder(),
  databaseUrl: undefined,
})

const person = "0123456789abcdef"
/** Command lines that need an existing store. */
const onCollection = [
  ["open"],
  ["counts"],
  ["transfer"],
  ["close", "--witness", person, "--witness", "fedcba9876543210"],
]
const onEvidence = [
  ["team"],
  ["release"],
  ["release", "0123456789", "--by", person],
  ["table", "--rows", "age", "--by", person],
]

test("docs/exit-codes.md lists exactly the codes of exit-code.ts", () => {
  const rows = readFileSync(join(projectRoot, "docs", "exit-codes.md"), "utf8").matchAll(/^\| (\d+) \| (\w+) \|/gm)
  expect(Object.fromEntries([...rows].map(([, code, name]) => [name, Number(code)]))).toEqual(exitCodes)
})

test.each([...onCollection, ...onEvidence])("without a store, ask %s %s ends with 1", async (...args) => {
  const { code, out, error } = await heard(() => ask(newStorage(), ...args.filter(Boolean)))
  expect({ code, out }).toEqual({ code: exitCodes.notDone, out: [] })
  expect(error.join()).toMatch(/npm start|ask -- transfer/)
})

test("a store of the other mode is refused with 1 by every command that opens it", async () => {
  const storage = newStorage()
  await opened(collectionSource(storage), "live")
  await openedEvidence(evidenceSource(storage), { mode: "live" })
  for (const args of [["status"], ...onCollection, ...onEvidence]) {
    const { code, out, error } = await heard(() => ask(storage, ...args))
    expect({ args, code, out }).toEqual({ args, code: exitCodes.notDone, out: [] })
    expect(error.join(), args.join(" ")).toContain("This store belongs to live")
  }
})

test("a file that the command line names and that cannot be read is refused with 2 by every command", async () => {
  const storage = newStorage()
  const missing = join(newFolder(), "missing")
  for (const args of [
    ["dpia", "verify", missing],
    ["scan", missing],
    ["rules", missing],
    ["disclosure", "audit", missing],
    ["disclosure", "protect", missing, "--dims", "a", "--threshold", "10", "--out", join(missing, "out")],
  ]) {
    const { code, out, error } = await heard(() => ask(storage, ...args))
    expect({ args, code, out }).toEqual({ args, code: exitCodes.unusable, out: [] })
    expect(error.join(), args.join(" ")).toContain("missing")
  }
})
