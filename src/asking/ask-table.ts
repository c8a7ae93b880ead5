/** Asks for a table in somebody's name, and says how it stands; it is proposed only where it is safe now. */
import { Effect } from "effect"
import { Evidence } from "../../db/evidence/evidence.ts"
import { authoritiesIn } from "../../db/geography/authorities.ts"
import { geographyFolder } from "../../db/geography/kept.ts"
import type { PersonId } from "../../policy/capability/member.ts"
import { TableRefused } from "../../policy/disclosure/tables/refused.ts"
import { evidenceSource, type Place } from "../launcher/place.ts"
import { propose } from "../releasing/propose.ts"
import { widenedInForce } from "../releasing/widen.ts"
import { adviceFor } from "./advice.ts"
import { cutTable } from "./answered.ts"
import { asReleased, ledgerOf } from "./as-released.ts"
import { withNames } from "./called.ts"
import { variablesToRead } from "./coarser-cuts.ts"
import { type Asked, cutFrom } from "./cut.ts"
import { judged, withLeast } from "./judged.ts"
import { responses, whoAsks } from "./responses.ts"
import { said } from "./said.ts"

export interface Request {
  readonly asked: Omit<Asked, "widened">
  /** In a rehearsal nobody need be named. */
  readonly by: PersonId | undefined
  readonly isProposed: boolean
  /** Whether a zero may be withheld beside a row of one category. */
  readonly hidesZeros?: boolean
}

/** Whether it may be released is asked anew when it is. */
export const askTable = Effect.fnUntraced(function* (
  place: Place,
  { asked, by, isProposed, hidesZeros = false }: Request,
) {
  const evidence = yield* Evidence
  const cut = yield* cutFrom({ ...asked, widened: yield* widenedInForce })
  const { person, team } = yield* whoAsks(evidence, place.mode, by)
  return yield* Effect.gen(function* () {
    const authority = authoritiesIn(geographyFolder(place.dataDir))
    const regionOf = (council: string) => authority(council)?.region
    const reading = { evidence, source: evidenceSource(place), person, wanted: variablesToRead(cut), regionOf }
    const columns = withNames(yield* responses(reading), (code) => authority(code)?.name)
    const table = yield* cutTable(cut, columns)
    const ledger = yield* ledgerOf(columns)
    const found = yield* asReleased(
      table,
      yield* withLeast(table, yield* judged(table, { ...ledger, hidesZeros })),
      ledger,
    )
    const advice = yield* adviceFor(cut, columns, { asked: found, ledger })
    const lines = said({ cut, table, judged: found, advice })
    if (!isProposed) return { lines, proposal: undefined }
    if (found.because !== undefined || found.protected === undefined)
      return yield* new TableRefused({ reason: `Not proposed. ${found.because ?? "It cannot be made safe."}` })
    return { lines, proposal: yield* propose(table, found.protected, person) }
  }).pipe(Effect.provide(team))
})
