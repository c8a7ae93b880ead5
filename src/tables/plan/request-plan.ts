/** Plans a publication from the store, and proposes its safe tables when asked to; prints no count of children. */
import { Effect } from "effect"
import { Evidence } from "../../../db/evidence/evidence.ts"
import { authoritiesIn } from "../../../db/geography/authorities.ts"
import { geographyFolder } from "../../../db/geography/index-folder.ts"
import type { PersonId } from "../../../policy/capability/member.ts"
import { evidenceSource, type StorageSettings } from "../../deployment/storage.ts"
import { variablesToRead } from "../request/coarser-requests.ts"
import { labelPlaces } from "../request/place-labels.ts"
import { readResponses, resolveReader } from "../request/read-responses.ts"
import { declaredIn } from "../workflow/declared-in.ts"
import { exceptionInForce } from "../workflow/geography-exception.ts"
import { propose } from "../workflow/propose.ts"
import { priorReleases } from "../workflow/release.ts"
import { planPublication } from "./plan-publication.ts"
import { planText } from "./plan-text.ts"
import { readPlan } from "./read-plan.ts"

export interface PlanInput {
  readonly path: string
  /** In a rehearsal nobody need be named. */
  readonly by: PersonId | undefined
  readonly isProposed: boolean
}

export const requestPlan = Effect.fnUntraced(function* (storage: StorageSettings, { path, by, isProposed }: PlanInput) {
  const evidence = yield* Evidence
  const requests = yield* readPlan(path, yield* exceptionInForce)
  const { person, team } = yield* resolveReader(evidence, storage.mode, by)
  return yield* Effect.gen(function* () {
    const authority = authoritiesIn(geographyFolder(storage.dataDir))
    const reading = {
      evidence,
      source: { ...evidenceSource(storage), isLongJob: true },
      person,
      wanted: [...new Set(requests.flatMap(variablesToRead))],
      regionOf: (council: string) => authority(council)?.region,
    }
    const columns = labelPlaces(yield* readResponses(reading), (code) => authority(code)?.name)
    const plan = yield* planPublication(requests, columns, yield* priorReleases(declaredIn(storage)))
    let proposed = 0
    if (isProposed)
      for (const { table, made } of plan.outcomes) {
        if (table === undefined || made === undefined) continue
        yield* propose(table, made, person)
        proposed += 1
      }
    return { lines: planText(plan), proposed }
  }).pipe(Effect.provide(team))
})
