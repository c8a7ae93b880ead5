/** `ask -- free-text scan` prints a line for each text, and of a wrong line nothing but its number. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { evidenceSource } from "../../src/deployment/storage.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { openedEvidence } from "../support/evidence.ts"
import { newFolder } from "../support/store.ts"
import { author, staffed, supervisor } from "../support/team-store.ts"

const scanned = (text: string | Uint8Array, ...flags: readonly string[]) => {
  const file = join(newFolder(), "texts.jsonl")
  writeFileSync(file, text)
  const storage = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  return heard(() => ask(storage, "free-text", "scan", file, ...flags))
}
const line = (id: string, text: string): string => `${JSON.stringify({ id, text })}\n`

test("each text has its decision, its spans in UTF-16 units and its cleaned words", async () => {
  const { code, out } = await scanned(
    line("a", "😀 my friend Aisha hit me") + line("b", "more parks please") + line("c", "Я хочу больше парков"),
  )
  expect(code).toBe(0)
  expect(
    out
      .join("\n")
      .split("\n")
      .map((each) => JSON.parse(each)),
  ).toEqual([
    {
      id: "a",
      decision: "clean",
      spans: [{ start: 13, end: 18, kind: "person" }],
      cleaned: "😀 my friend [name 1] hit me",
    },
    { id: "b", decision: "clean", spans: [], cleaned: "more parks please" },
    expect.objectContaining({ id: "c", decision: "held" }),
  ])
})

test("a concern for a child's safety is printed where it is asked for", async () => {
  const { out } = await scanned(line("a", "i want to kill myself"), "--concerns")
  expect(JSON.parse(out[0] ?? "")).toMatchObject({ concerns: ["harm-to-self"] })
})

test.each([
  ["no JSON", "my friend Aisha\n"],
  ["no text", '{"id":"b"}\n'],
  ["a number for a text", '{"id":"b","text":7}\n'],
])("a line with %s stops all, by its number, without its words", async (_, wrong) => {
  const { code, out, error } = await scanned(line("a", "Aisha hit me") + wrong)
  expect({ code, out }).toEqual({ code: 2, out: [] })
  expect(error.join("\n")).toMatch(/^Line 2 of .+ is not .+ Correct the line\. No text was scanned\.$/)
  expect(error.join("\n")).not.toContain("Aisha")
})

test("bytes that are no UTF-8 and a file that is not there stop all", async () => {
  expect(await scanned(new Uint8Array([0x7b, 0xff, 0xfe]))).toMatchObject({ code: 2, out: [] })
  const storage = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  const { code, error } = await heard(() => ask(storage, "free-text", "scan", "/no/such/file.jsonl"))
  expect(code).toBe(2)
  expect(error.join("\n")).toContain("cannot be read")
})

test("the state of the stored texts is counted in bands, and no text is printed", async () => {
  const storage = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  await openedEvidence(evidenceSource(storage))
  const { code, out } = await heard(() => ask(storage, "free-text", "status"))
  expect([code, out.join("\n")]).toEqual([
    0,
    "to be scanned: none\nclean: none\nheld for a person: none\nreviewed: none\nreleased: none",
  ])
})

test("only a supervisor draws the audit and releases, and each is refused to others", async () => {
  const storage = await staffed("rehearsal")
  const asked = (...args: readonly string[]) => heard(() => ask(storage, "free-text", ...args))
  for (const step of ["audit", "release"]) {
    const refused = await asked(step, "--by", author)
    expect({ code: refused.code, error: refused.error.join() }).toEqual({
      code: 1,
      error: expect.stringContaining("release-texts is not granted (not-for-this-role)"),
    })
  }
  expect((await asked("audit", "--by", supervisor)).out).toEqual(["The audit's sample is complete. Nothing was drawn."])
  expect(await asked("release", "--by", supervisor)).toMatchObject({
    code: 0,
    out: ["Texts released, with every copy of their words destroyed: none."],
  })
  expect((await asked("agreement")).out).toEqual(["Texts that two people reviewed: none"])
})
