/** Every provision that a rule cites has its version and day, is in force, and awaits a person qualified in law until one confirms it. */
import { expect, test } from "vitest"
import { publicTask } from "../../../policy/data/lawful-basis.ts"
import { confirmedOn, dpiaChanges, type ProvisionId, provisions } from "../../../policy/dpia/law/law.ts"
import { rules } from "../../../policy/index.ts"
import { lawSection, lawTold } from "../../../policy/report/law-section.ts"
import { made } from "../../support/policy/report/made.ts"

const ids = Object.keys(provisions) as ProvisionId[]
const cited = new Set(rules.flatMap(({ law }) => law))
const page = (law = lawTold()) => lawSection({ ...made(), law }).text

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
  expect(confirmedOn).toEqual({})
  expect(page().match(/Awaited/g)).toHaveLength(ids.length)
  expect(page()).toContain("has yet to confirm")
  const all = lawTold(Object.fromEntries(ids.map((id) => [id, "2026-12-01"])))
  expect(page(all)).not.toContain("Awaited")
  expect(page(all)).toContain("has confirmed every row")
  for (const { what } of dpiaChanges) expect(page().replaceAll("&#39;", "'")).toContain(what)
})
