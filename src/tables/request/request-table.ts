/** Requests a table in a member's name and reports the assessment; proposes it only if it is safe now. */
import { Effect, Schema } from "effect"
import { Evidence } from "../../../db/evidence/evidence.ts"
import type { Who } from "../../../db/evidence/recorded-grant.ts"
import { authoritiesIn } from "../../../db/geography/authorities.ts"
import { geographyFolder } from "../../../db/geography/index-folder.ts"
import { evidenceSource, type StorageSettings } from "../../deployment/storage.ts"
import { declaredIn } from "../workflow/declared-in.ts"
import { exceptionInForce } from "../workflow/geography-exception.ts"
import { propose } from "../workflow/propose.ts"
import { priorReleases } from "../workflow/release.ts"
import { assess, withLeast } from "./assess.ts"
import { assessmentText } from "./assessment-text.ts"
import { variablesToRead } from "./coarser-requests.ts"
import { dryRunRelease } from "./dry-run-release.ts"
import { labelPlaces } from "./place-labels.ts"
import { readResponses, resolveReader } from "./read-responses.ts"
import { suggestCoarser } from "./suggest-coarser.ts"
import { parseRequest, type TableOptions } from "./table-request.ts"
import { tabulateRequest } from "./tabulate-request.ts"

/** The table may be requested, and is not safe to release as it is. */
export class NotProposed extends Schema.TaggedError<NotProposed>()("NotProposed", { because: Schema.String }) {
  override get message() {
    return `Not proposed. ${this.because}`
  }
}

export interface RequestInput {
  readonly asked: Omit<TableOptions, "widened">
  /** In a rehearsal nobody need be named. */
  readonly by: Who | undefined
  readonly isProposed: boolean
  /** Whether zeros may be withheld in a row of one category. */
  readonly hidesZeros?: boolean
}

/** The release asks the gates again. */
export const requestTable = Effect.fnUntraced(function* (
  storage: StorageSettings,
  { asked, by, isProposed, hidesZeros = false }: RequestInput,
) {
  const evidence = yield* Evidence
  const cut = yield* parseRequest({ ...asked, exception: yield* exceptionInForce })
  const { person, team } = yield* resolveReader(evidence, storage.mode, by)
  return yield* Effect.gen(function* () {
    const authority = authoritiesIn(geographyFolder(storage.dataDir))
    const regionOf = (council: string) => authority(council)?.region
    const reading = {
      evidence,
      source: { ...evidenceSource(storage), isLongJob: true },
      person,
      wanted: variablesToRead(cut),
      regionOf,
    }
    const columns = labelPlaces(yield* readResponses(reading), (code) => authority(code)?.name)
    const table = yield* tabulateRequest(cut, columns)
    const prior = yield* priorReleases(declaredIn(storage))
    const found = yield* dryRunRelease(
      table,
      yield* withLeast(table, yield* assess(table, { ...prior, hidesZeros })),
      prior,
    )
    const advice = yield* suggestCoarser(cut, columns, { asked: found, prior })
    const lines = assessmentText({ cut, table, judged: found, advice })
    if (!isProposed) return { lines, proposal: undefined }
    if (found.because !== undefined || found.protected === undefined)
      return yield* new NotProposed({ because: found.because ?? "It cannot be made safe." })
    return { lines, proposal: yield* propose(table, found.protected, person) }
  }).pipe(Effect.provide(team))
})
