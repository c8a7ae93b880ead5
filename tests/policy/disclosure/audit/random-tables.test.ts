/** Shows on random small tables that the audit finds exactly what brute force finds, and never calls an unsafe table safe. */
import { expect, test } from "vitest"
import { audit } from "../../../../policy/disclosure/audit/audit.ts"
import type { Publication } from "../../../../policy/disclosure/audit/publication.ts"
import { everyFilling } from "../../../support/disclosure/audit/every-filling.ts"
import { randomFrom, randomPublication } from "../../../support/disclosure/audit/random-publication.ts"
import { outcome } from "../../../support/disclosure/audit/run-audit.ts"

const count = process.env["FULL"] ? 10_000 : 300
const seed = Number(process.env["SEED"] ?? 20_000)

type Ranges = NonNullable<ReturnType<typeof everyFilling>>

const isSmallIn =
  ({ threshold }: Publication) =>
  (value: number | null): boolean =>
    threshold !== null && value !== null && value >= 1 && value < threshold

/** Leaves out tables that withhold nothing though a count is small, which the audit refuses. */
const isUnmasked = (publication: Publication): boolean => {
  const cells = [...publication.cells.values()]
  return cells.every(({ published }) => published) && cells.some(({ value }) => isSmallIn(publication)(value))
}

/** The leaks that follow from the ranges found by brute force. */
const verdict = (publication: Publication, ranges: Ranges): "safe" | "unsafe" => {
  const { cells, threshold } = publication
  const leaks = [...cells].some(([id, { value, published }]) => {
    if (value === null) throw new Error("a random table knows its counts")
    if (published) return false
    const [least, greatest] = ranges.get(id) ?? [0, 0]
    return least === greatest || (isSmallIn(publication)(value) && greatest < (threshold ?? 0))
  })
  return leaks ? "unsafe" : "safe"
}

test(`the audit agrees with brute force on ${count} random tables from seed ${seed}`, {
  timeout: 600_000,
}, async () => {
  const tally = { tried: 0, unbounded: 0, cells: 0, safe: 0, fractions: 0, narrower: 0 }
  for (let each = 0; each < count; each++) {
    const publication = randomPublication(randomFrom(seed + each))
    const found = await outcome(audit(publication, { seconds: 60 }))
    if (isUnmasked(publication)) {
      expect(found, `table ${seed + each}`).toBe("nothing-withheld")
      continue
    }
    if (typeof found === "string") expect.fail(`table ${seed + each} was refused: ${found}`)
    const ranges = everyFilling(publication)
    if (!ranges) {
      tally.unbounded += 1
      continue
    }
    tally.tried += 1
    for (const [id, { lp, integer }] of Object.entries(found.cells)) {
      expect(integer, `cell ${id} of table ${seed + each}`).toEqual(ranges.get(id))
      const [least = 0, greatest = 0] = integer
      expect(lp[0]).toBeLessThanOrEqual(least)
      expect(lp[1]).toBeGreaterThanOrEqual(greatest ?? 0)
      tally.cells += 1
      if (!lp.every(Number.isInteger)) tally.fractions += 1
      if (Math.ceil(lp[0]) < least || Math.floor(lp[1] ?? 0) > (greatest ?? 0)) tally.narrower += 1
    }
    if (publication.attacker.integer) expect(found.verdict, `table ${seed + each}`).toBe(verdict(publication, ranges))
    if (found.verdict === "safe") tally.safe += 1
  }
  expect(tally.tried).toBeGreaterThan(0.9 * count)
  expect(tally.safe).toBeGreaterThan(0.02 * count)
  expect(tally.fractions).toBeGreaterThan(0)
  expect(tally.narrower).toBeGreaterThan(0)
})
