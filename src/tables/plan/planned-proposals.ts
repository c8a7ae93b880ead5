/** Checks or releases the proposals of a plan, all of them or the part that a smaller plan names. */
import { Effect } from "effect"
import { Evidence } from "../../../db/evidence/evidence.ts"
import { recordedGrant, type Who } from "../../../db/evidence/recorded-grant.ts"
import type { ProposalSummary } from "../../../db/evidence/releases.ts"
import { TableRefused } from "../../../policy/disclosure/tables/refused.ts"
import type { StorageSettings } from "../../deployment/storage.ts"
import { requestText } from "../request/table-request.ts"
import { check } from "../workflow/check.ts"
import { declaredIn } from "../workflow/declared-in.ts"
import { exceptionInForce } from "../workflow/geography-exception.ts"
import { releaseTable } from "../workflow/release.ts"
import { writeReleases } from "../workflow/write-releases.ts"
import { readPlan } from "./read-plan.ts"

/** The latest proposal of each table of the plan that is not released yet. */
const waiting = Effect.fnUntraced(function* (path: string) {
  const { outputs } = yield* Evidence
  const requests = yield* readPlan(path, yield* exceptionInForce)
  const open = (yield* outputs.standings).filter(({ releasedOn }) => releasedOn === undefined)
  const latest = new Map(open.map((each) => [each.cut, each]))
  const found = requests.flatMap((request): readonly ProposalSummary[] => {
    const one = latest.get(requestText(request))
    return one === undefined ? [] : [one]
  })
  if (found.length === 0)
    return yield* new TableRefused({
      reason:
        "No table of the plan waits for anything. Nothing was done: ask -- publication plan FILE --propose proposes.",
    })
  return found
})

export const checkPlan = Effect.fnUntraced(function* (path: string, by: Who) {
  const may = yield* recordedGrant("check-output", by)
  const all = yield* waiting(path)
  for (const { id } of all) yield* check(id, may)
  return all.length
})

/** Each past every gate, or none after the first that is refused; the public files are written once. */
export const releasePlan = Effect.fnUntraced(function* (storage: StorageSettings, path: string, by: Who) {
  const approval = yield* recordedGrant("release-table", by)
  const all = yield* waiting(path)
  const { outputs } = yield* Evidence
  const terms = { mode: storage.mode, declared: declaredIn(storage) }
  const write = Effect.flatMap(outputs.releases, (releases) => writeReleases(storage, releases))
  yield* Effect.forEach(all, ({ id }) => releaseTable(id, approval, terms), { discard: true }).pipe(
    Effect.tapError(() => Effect.ignore(write)),
  )
  return { released: all.length, folder: yield* write }
})
