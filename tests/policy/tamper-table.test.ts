/** The report names each tampering of its list by rule and fault, on a real deployment, and finds nothing broken in an untouched copy. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Tampering, tamperings } from "../../policy/report/tamperings.ts"
import { acts } from "../support/tamper/acts.ts"
import { brokenRules } from "../support/tamper/broken-rules.ts"
import { copyOf, type Deployment, makeDeployment } from "../support/tamper/deployment.ts"

const rules = [...new Set(tamperings.map(({ rule }) => rule))]

let untouched: Deployment
const folder = mkdtempSync(join(tmpdir(), "big-ask-tamper-"))
beforeAll(async () => {
  untouched = await makeDeployment(folder)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test("every tampering of the list can be carried out, and there are 30 or more", { tags: rules }, () => {
  expect(Object.keys(acts).toSorted()).toEqual(tamperings.map(({ what }) => what).toSorted())
  expect(tamperings.length).toBeGreaterThanOrEqual(30)
})

test("an untouched copy has nothing broken", { tags: rules }, async () => {
  expect(await brokenRules(copyOf(untouched).storage, Date.now())).toEqual([])
})

const year = 366 * 24 * 60 * 60 * 1000

test.each(tamperings)(
  "$what: $rule is broken",
  { tags: rules, timeout: 30_000 },
  async ({ what, rule, says }: Tampering) => {
    const copy = copyOf(untouched)
    await acts[what]?.(copy)
    const broken = await brokenRules(copy.storage, Date.now() - (what.startsWith("the clock") ? year : 0))
    expect(
      broken.filter((each) => each.startsWith(`${rule}: `) && each.includes(says)),
      broken.join("\n"),
    ).toHaveLength(1)
  },
)
