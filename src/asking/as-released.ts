/** What the release would say of a cut that nobody has proposed: the very gates of the release, beside every table released so far. */
import { Effect, Result } from "effect"
import type { Columns } from "../../db/evidence/columns/read-columns.ts"
import { auditable } from "../../policy/disclosure/auditable.ts"
import type { Ledger } from "../../policy/disclosure/beside.ts"
import { tableGates } from "../../policy/disclosure/release.ts"
import { proposedParts } from "../releasing/proposed-parts.ts"
import { ledgerWith } from "../releasing/release.ts"
import type { CutTable } from "./answered.ts"
import type { Judged } from "./judged.ts"

/** The same that a release reads, without reading again which records are held: columns are of every one of them. */
export const ledgerOf = ({ keys }: Columns) => ledgerWith(Effect.sync(() => [...keys]))

const none: Ledger = { earlier: [], few: [] }

/** What is refused already, or could not be made safe, is not looked at again. */
export const asReleased = Effect.fnUntraced(function* (
  table: CutTable,
  found: Judged,
  ledger: Ledger,
): Effect.fn.Return<Judged> {
  if (found.because !== undefined || found.protected === undefined) return found
  const asked = auditable(proposedParts(table, found.protected))
  const tables = ledger.earlier.length
  const gates = yield* Effect.result(tableGates(asked, ledger, table.widened))
  if (Result.isSuccess(gates)) return { ...found, beside: { tables, isSafe: true } }
  const alone = tables === 0 ? gates : yield* Effect.result(tableGates(asked, none, table.widened))
  return Result.isFailure(alone)
    ? { ...found, because: alone.failure.remedy }
    : { ...found, because: gates.failure.remedy, beside: { tables, isSafe: false } }
})
