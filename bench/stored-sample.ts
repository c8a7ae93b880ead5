/** Gives any number of stored responses: the same answers over and over, each time under an id of its own. */
import { randomBytes } from "node:crypto"
import type { KeptResponseTable } from "../db/evidence/schema.ts"
import { councils, postcodes, schools } from "../db/geography/made-up.ts"
import type { Matched } from "../policy/response/stage.ts"
import { forms } from "../surveys/forms.ts"
import { submissions } from "../surveys/sampling/submissions.ts"
import { keptOf } from "../tests/support/expected-row.ts"
import { keptRow } from "../tests/support/kept-responses.ts"

export const days = Array.from({ length: 31 }, (_, at) => `2026-03-${`${at + 1}`.padStart(2, "0")}`)
const places = {
  schools: schools.map(({ code }) => code),
  councils: councils.map(({ code }) => code),
  postcodes: [...postcodes.keys()],
}

/** As `match` would return them. */
const drawn = submissions(forms, places, 20_261_122)
  .take(5_000)
  .map((submission) => keptOf(JSON.stringify(submission))?.kept)
  .map((kept): Matched => JSON.parse(kept ?? ""))
  .map((matched) => keptRow(matched, days[0] ?? ""))
  .toArray()

export function* storedSample(count: number): Generator<KeptResponseTable> {
  for (let at = 0; at < count; at++) {
    const row = drawn[at % drawn.length]
    if (row !== undefined) yield { ...row, id: randomBytes(16), day: days[at % days.length] ?? row.day }
  }
}
