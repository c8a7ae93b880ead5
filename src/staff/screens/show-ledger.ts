/** Shows the latest entries of the record, who did them and how that was known, and whether the whole record is unbroken. */
import { Effect, Result, Stream } from "effect"
import { Evidence } from "../../../db/evidence/evidence.ts"
import { type RecordKind, recordKinds } from "../../../policy/record/decision-record.ts"
import { page } from "../reply.ts"
import type { SignedIn } from "../visit.ts"
import { ledgerPage } from "./ledger.ts"

/** Entries on one page. */
const most = 60

const kindIn = ({ url }: SignedIn): RecordKind | undefined =>
  recordKinds.find((each) => each === url.searchParams.get("of"))

export const showLedger = Effect.fn("Staff.showLedger")(function* (visit: SignedIn) {
  const { ledger, verify, members, bodiesOf } = yield* Evidence
  const kind = kindIn(visit)
  const last = yield* Stream.runCollect(
    ledger.pipe(
      Stream.filter((row) => kind === undefined || row.kind === kind),
      Stream.takeRight(most),
    ),
  )
  const [reported] = (yield* bodiesOf("report-made")).slice(-1)
  // The one that the last report states is looked for: without it a cut end could not show.
  const checked = yield* Effect.result(verify(reported && { length: reported.length, head: reported.head }))
  return page(
    ledgerPage(visit, {
      rows: [...last].reverse(),
      kind,
      members: yield* members,
      reported,
      end: Result.isSuccess(checked) ? checked.success : checked.failure.message,
    }),
  )
})
