/** Fills the facts that audits look at: each is unseen until a test gives it. */
import { Effect } from "effect"
import type { Evidence } from "../../../db/evidence/evidence.ts"
import { evidenceFacts } from "../../../db/evidence/facts.ts"
import { banded } from "../../../policy/banded.ts"
import { today } from "../../../policy/civil-day.ts"
import { seen, unseen } from "../../../policy/facts/fact.ts"
import type { Facts } from "../../../policy/facts/facts.ts"
import { noTexts } from "../../../policy/facts/kept-texts.ts"
import { beginning } from "../../../policy/record/ledger.ts"
import type { DeclaredVariables } from "../../../policy/release/declared-variables.ts"
import { declaredVariables } from "../../../surveys/variables/declared-variables.ts"

const absent = unseen("this test gives none")

export const nothingSeen: Facts = {
  today: absent,
  deployment: absent,
  forms: absent,
  window: absent,
  geography: absent,
  servedSite: absent,
  columns: absent,
  daysOfReceipt: absent,
  lostKeys: absent,
  collection: absent,
  extracts: absent,
  complaints: absent,
  retentions: absent,
  members: absent,
  quality: absent,
  places: absent,
  abandonedDays: absent,
  releases: absent,
  residueScan: absent,
  content: absent,
  texts: absent,
  days: absent,
  schema: absent,
  ledger: absent,
  records: absent,
  sealedDays: absent,
  keyFolder: absent,
  strayFiles: absent,
}

/** What an inspection sees where nothing is kept yet and nobody tampered with anything. */
export const soundInspection = {
  content: seen({ responses: banded(0), faults: [] }),
  texts: seen(noTexts),
  days: seen([]),
  schema: seen([]),
  ledger: seen(beginning),
  sealedDays: seen([]),
  keyFolder: seen({ privateDays: [], completeDays: [], open: [] }),
  strayFiles: seen([]),
} satisfies Partial<Facts>

/** On a sound store, unless a test gives another fact. */
export const factsWith = (facts: Partial<Facts>): Facts => ({ ...nothingSeen, ...soundInspection, ...facts })

/** On the day of Effect's clock. */
export const factsToday = (facts: Partial<Facts>): Effect.Effect<Facts> =>
  Effect.map(today, (day) => factsWith({ today: seen(day), ...facts }))

/** What an evidence store shows, on the day of Effect's clock, in a rehearsal. */
export const factsOf = (
  evidence: Evidence["Service"],
  facts: Partial<Facts> = {},
  declared: DeclaredVariables = declaredVariables,
): Effect.Effect<Facts> =>
  Effect.flatMap(evidenceFacts(evidence, { isNeighbourhoodUsed: false, declared }), (own) =>
    factsToday({ window: seen("always"), ...own, ...facts }),
  )
