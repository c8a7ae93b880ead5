/** A table that is released first needs no joint audit: that finds nothing in one that its own witnesses protect. */
import { expect, test } from "vitest"
import { jointAudit } from "../../../policy/disclosure/joint/joint-audit.ts"
import { releaseCandidate } from "../../../policy/release/candidate.ts"
import { readJointLedger } from "../../../policy/release/joint-ledger.ts"
import { randomFrom } from "../../support/disclosure/audit/random-publication.ts"
import { declaredFor } from "../../support/policy/declared.ts"
import { type Child, childrenOf, cutOf } from "../../support/release/children.ts"
import { decided } from "../../support/release/try-release.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const by = [["age"], ["hope"]]

/** Rare enough that a row and its only other cell often differ by a few. */
const drawn = (seed: number): readonly Child[] => {
  const random = randomFrom(seed)
  return childrenOf(
    ["6", "7", "8"].flatMap((age) =>
      ["a home", "a job", "friends"].map((hope): readonly [number, Child] => [
        random() < 0.35 ? Math.floor(random() * 4) : 10 + Math.floor(random() * 20),
        { age, hope },
      ]),
    ),
  )
}

test("whatever is released", { tags, timeout: 600_000 }, async () => {
  const outcomes = { released: 0, refused: 0 }
  for (let seed = 1; seed <= (process.env["FULL"] ? 2_000 : 10); seed++) {
    const children = drawn(seed)
    const draft = await cutOf(children, { by }).catch(() => undefined)
    if (draft === undefined) continue
    const leaks = (table: typeof draft) => {
      const ledger = readJointLedger([releaseCandidate(table)], declaredFor([table]))
      return (ledger && jointAudit(ledger, { threshold: 10 })?.leaks) ?? []
    }
    if ((await decided(draft)) === "released") {
      outcomes.released += 1
      expect(leaks(draft), `seed ${seed}`).toEqual([])
    }
    // With one more cell published, either nothing follows, or it is refused.
    for (const cell of draft.cells.filter(({ count, published }) => !published && count >= 10)) {
      const cells = draft.cells.map((each) => (each === cell ? { ...each, published: true } : each))
      if (leaks({ ...draft, cells }).length === 0) continue
      outcomes.refused += 1
      expect(await decided({ ...draft, cells }), `seed ${seed}`).not.toBe("released")
    }
  }
  expect(outcomes.released).toBeGreaterThan(2)
  expect(outcomes.refused).toBeGreaterThan(5)
})
