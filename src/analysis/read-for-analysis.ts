/** Reads variables of the responses for a member of the team, with the councils that children named placed in their regions. */
import { Effect } from "effect"
import { Evidence } from "../../db/evidence/evidence.ts"
import { authoritiesIn } from "../../db/geography/authorities.ts"
import { geographyFolder } from "../../db/geography/index-folder.ts"
import type { PersonId } from "../../policy/capability/member.ts"
import type { Variable } from "../../surveys/variables/variable.ts"
import { evidenceSource, type StorageSettings } from "../deployment/storage.ts"
import { readResponses } from "../tables/request/read-responses.ts"

export const readForAnalysis = Effect.fnUntraced(function* (
  storage: StorageSettings,
  person: PersonId,
  wanted: readonly Variable[],
) {
  const authority = authoritiesIn(geographyFolder(storage.dataDir))
  return yield* readResponses({
    evidence: yield* Evidence,
    source: { ...evidenceSource(storage), isLongJob: true },
    person,
    wanted: [...new Map(wanted.map((variable) => [variable.name, variable])).values()],
    regionOf: (council) => authority(council)?.region,
  })
})
