/** Every provision that a rule cites has its version and day, is in force, and awaits a person qualified in law until one confirms it. */
import { expect, test } from "vitest"
import { publicTask } from "../../../policy/data/lawful-basis.ts"
import { confirmationState } from "../../../policy/dpia/law/confirmation.ts"
import { lawEntries } from "../../../policy/dpia/law/entries.ts"
import { dpiaChanges, type ProvisionId, provisions } from "../../../policy/dpia/law/law.ts"
import { rules } from "../../../policy/index.ts"
import { digestOf } from "../../../policy/record/digest.ts"
import { lawNeeded, lawSection, lawTold } from "../../../policy/report/law-section.ts"
import { made } from "../../support/policy/report/made.ts"
import { personOf } from "../../support/policy/team.ts"

const ids = Object.keys(provisions) as ProvisionId[]
const cited = new Set(rules.flatMap(({ law }) => law))
const page = (law = lawTold([], "2026-12-01")) => lawSection({ ...made(), law }).text

const adviser = { by: personOf("legal-adviser"), role: "legal-adviser", on: "2026-11-30" } as const
const confirmationOf = ({ id, text }: (typeof lawEntries)[number]) => ({
  ...{ entry: id, text, reference: "Advice 12", until: "2027-11-30" },
  ...adviser,
})

test("the register holds what rules cite and nothing else", () => {
  expect([...cited].toSorted()).toEqual(ids.toSorted())
})

test("no rule cites what binds another body or is repealed", () => {
  expect([...cited].filter((id) => /Statistics and Registration|DPA 2018 s19|Art 89/.test(id))).toEqual([])
})

test("each is in force by a day that exists, and an amended one by the day of its section", () => {
  for (const { inForce } of [...Object.values(provisions), ...dpiaChanges]) {
    expect(inForce).toMatch(/^20\d\d-[01]\d-[0-3]\d$/)
    expect(inForce < "2026-12-01").toBe(true)
  }
  for (const { section, inForce } of dpiaChanges)
    for (const each of Object.values(provisions).filter(({ version }) => version.endsWith(`, ${section}`)))
      expect(each.inForce, section).toBe(inForce)
})

test("the lawful basis of the forms has the version of the register", () => {
  const { version, inForce } = provisions[publicTask.provision]
  expect({ version, inForce }).toEqual({ version: publicTask.version, inForce: publicTask.inForce })
})

test("the report says of each row that it awaits a lawyer, until it is confirmed", () => {
  expect(page().match(/Awaited/g)).toHaveLength(ids.length + dpiaChanges.length)
  expect(page()).toContain("has yet to confirm")
  const all = lawTold(lawEntries.map(confirmationOf), "2026-12-01")
  expect(page(all)).not.toContain("Awaited")
  expect(page(all)).toContain("has confirmed every row")
  for (const { what } of dpiaChanges) expect(page().replaceAll("&#39;", "'")).toContain(what)
})

test("each entry has an id of its own that a command line can take", () => {
  expect(new Set(lawEntries.map(({ id }) => id)).size).toBe(lawEntries.length)
  for (const { id } of lawEntries) expect(id).toMatch(/^[a-z0-9-]{1,40}$/)
  expect(lawEntries).toHaveLength(ids.length + dpiaChanges.length - 1)
})

test("a confirmation counts for its text alone, from its day until its last one", () => {
  const [entry] = lawEntries
  if (entry === undefined) throw new Error("the register is empty")
  const given = confirmationOf(entry)
  expect(confirmationState(entry, given, "2026-11-29")).toBe("awaited")
  expect(confirmationState(entry, given, "2026-11-30")).toBe("confirmed")
  expect(confirmationState(entry, given, "2027-11-30")).toBe("confirmed")
  expect(confirmationState(entry, given, "2027-12-01")).toBe("lapsed")
  expect(confirmationState(entry, { ...given, text: digestOf("other words") }, "2026-12-01")).toBe("awaited")
  expect(confirmationState(entry, undefined, "2026-12-01")).toBe("awaited")
})

test("the report asks for what awaits a confirmation, by number, and for what has lapsed, by name", () => {
  const needed = (on: string, some = lawEntries) => lawNeeded(lawTold(some.map(confirmationOf), on), on, on)
  expect(needed("2026-12-01")).toEqual([])
  expect(needed("2026-12-01", [])).toMatchObject([{ what: expect.stringMatching(/^Confirm 37 of 37 entries/) }])
  expect(needed("2027-12-01", lawEntries.slice(0, 1))).toMatchObject([
    {
      what: expect.stringContaining("lapsed in the law: uk-gdpr-art-5-1-a"),
      who: expect.stringContaining("qualified in law"),
    },
    { what: expect.stringMatching(/^Confirm 36 of 37/) },
  ])
})
