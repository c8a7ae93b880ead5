/** Every suppressed cell moves in some witness, so that elimination finds nothing determined: the audit's own looks for it, and does not. */
import { Effect, Result } from "effect"
import { expect, test } from "vitest"
import { publicationOf } from "../../../../bench/disclosure-proof.ts"
import { findDetermined } from "../../../../policy/disclosure/audit/determined.ts"
import { systemOf } from "../../../../policy/disclosure/audit/system.ts"
import type { Level } from "../../../../policy/disclosure/suppress/goals/goal.ts"
import { protect } from "../../../../policy/disclosure/suppress/protect.ts"
import { smallTable } from "../../../support/disclosure/suppress/small-tables.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const full = process.env["FULL"]

test.each<readonly [Level, "all" | undefined]>([
  ["exact", undefined],
  ["witnessed", undefined],
  ["witnessed", "all"],
])(
  "elimination finds nothing determined at level %s, sensitive %s",
  { tags, timeout: 1_200_000 },
  async (level, sensitive) => {
    const many = full ? 400 : level === "exact" ? 30 : 5
    let suppressed = 0
    for (let seed = 1; seed <= many; seed++) {
      const protection = { level, threshold: 3, ...(sensitive !== undefined && { sensitive }) }
      const found = await Effect.runPromise(Effect.result(protect(smallTable(seed * 104_729), protection)))
      if (Result.isFailure(found) || found.success.suppressed === 0) continue
      const { published, proofs } = found.success
      const moved = new Set(proofs.flatMap(({ move }) => [...move.touched].filter((_, at) => move.change[at] !== 0)))
      const hidden = [...published.keys()].filter((cell) => published[cell] === 0)
      expect(
        hidden.filter((cell) => !moved.has(cell)),
        `seed ${seed}`,
      ).toEqual([])
      expect(Effect.runSync(findDetermined(systemOf(publicationOf(found.success)))), `seed ${seed}`).toEqual([])
      suppressed += hidden.length
    }
    expect(suppressed).toBeGreaterThan(many)
  },
)
