/** Reads every kept response in pages and holds each against the rules about content, in bounded memory. */
import type { Kysely } from "kysely"
import { banded } from "../../policy/banded.ts"
import type { KeptContent } from "../../policy/facts/kept-content.ts"
import { type KeptCheck, type KeptCheckOptions, keptCheckOf } from "../../policy/response/kept-check.ts"
import type { StoredFault, StoredResponse } from "../../policy/response/stored-response.ts"
import { forms } from "../../surveys/forms.ts"
import type { EvidenceTables, KeptResponseTable } from "../evidence/schema.ts"
import { wordLengths } from "./kept-words.ts"

export interface ContentOptions extends KeptCheckOptions {
  /** Called after each page with the share that is read, from 0 to 1. */
  readonly progress: (share: number) => void
  readonly all: number
}

const pageSize = 2_000

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const noWords: ReadonlyMap<string, number> = new Map()

const storedOf = (row: KeptResponseTable, words: ReadonlyMap<string, number>): StoredResponse => ({
  form: row.form,
  place: row.place,
  localAuthority: row.local_authority,
  region: row.region,
  imdDecile: row.imd_decile,
  lsoa: row.lsoa,
  answers: parsed(row.answers),
  flags: parsed(row.flags),
  words,
})

async function* pagesOf(db: Kysely<EvidenceTables>) {
  let after: Uint8Array = new Uint8Array()
  for (;;) {
    const page = db.selectFrom("kept_response").selectAll().where("id", ">", after)
    const rows = await page.orderBy("id").limit(pageSize).execute()
    const last = rows.at(-1)?.id
    if (last === undefined) return
    yield { rows, words: await wordLengths(db, after, last) }
    if (rows.length < pageSize) return
    after = last
  }
}

const formless: StoredFault = { rule: "forms-match-the-dpia", what: "a response belongs to none of the six forms" }

/** Counts each fault once a response. */
const tally = () => {
  const counts = new Map<string, { readonly fault: StoredFault; count: number; last: number }>()
  return {
    note: (fault: StoredFault, response: number): void => {
      const id = `${fault.rule} ${fault.what}`
      const known = counts.get(id)
      if (known === undefined) counts.set(id, { fault, count: 1, last: response })
      else if (known.last !== response) {
        known.count++
        known.last = response
      }
    },
    faults: () => [...counts.values()].map(({ fault, count }) => ({ ...fault, responses: banded(count) })),
  }
}

export const keptContent = async (
  db: Kysely<EvidenceTables>,
  { all, progress, ...options }: ContentOptions,
): Promise<KeptContent> => {
  const checks = new Map<string, KeptCheck>(forms.map((form) => [form.id, keptCheckOf(form, options)]))
  const { note, faults } = tally()
  let read = 0
  for await (const { rows, words } of pagesOf(db)) {
    for (const row of rows) {
      const number = read++
      const check = checks.get(row.form)
      if (check === undefined) note(formless, number)
      else check(storedOf(row, words.get(row.id.toHex()) ?? noWords), (fault) => note(fault, number))
    }
    progress(all === 0 ? 1 : Math.min(1, read / all))
  }
  return { responses: banded(read), faults: faults() }
}
