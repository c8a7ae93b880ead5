/** Responses of all six forms in an evidence store, as a transfer leaves them there. */
import { randomBytes } from "node:crypto"
import { Effect } from "effect"
import type { Source } from "../../db/connect.ts"
import { connect } from "../../db/connect.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { keptResponse } from "../../db/evidence/kept-response.ts"
import type { EvidenceTables, KeptResponseTable } from "../../db/evidence/schema.ts"
import type { Day } from "../../policy/civil-day.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { check } from "../../policy/response/quality-flags.ts"
import type { Matched, Unsealed } from "../../policy/response/stage.ts"
import { forms } from "../../surveys/forms.ts"

export const unsealed = (matched: Matched, day: string): Unsealed => ({ ...matched, day }) as unknown as Unsealed

/** As a row, and without its words. */
export const keptRow = (matched: Matched, day: string): KeptResponseTable =>
  keptResponse(randomBytes(16), check(unsealed(matched, day))).response

const questions = forms.flatMap(({ id, pages }) =>
  pages.flatMap((page) => page.questions.map(({ key }) => ({ form: id, question: key }))),
)

/** Most values in one statement of SQLite; a row has ten. */
const rowsAStatement = 500

/** Makes the store and its days, and puts the rows of each in. */
export const keepRows = async (
  source: Source,
  rows: Iterable<KeptResponseTable>,
  { days, mode = "rehearsal" }: { readonly days: readonly string[]; readonly mode?: Mode },
): Promise<void> => {
  await Effect.runPromise(
    Effect.gen(function* () {
      const { arrivals } = yield* openEvidence({ source, mode })
      yield* arrivals.knowQuestions(questions)
      for (const day of days) yield* arrivals.beginDay(day as Day)
    }).pipe(Effect.scoped),
  )
  const { db } = connect<EvidenceTables>(source)
  const left = Iterator.from(rows)
  await db.transaction().execute(async (transaction) => {
    for (;;) {
      // A loop that is left would end what it goes through.
      const batch = Array.from({ length: rowsAStatement }, () => left.next()).flatMap(({ done, value }) =>
        done ? [] : value,
      )
      if (batch.length === 0) break
      await transaction.insertInto("kept_response").values(batch).execute()
    }
  })
  await db.destroy()
}
