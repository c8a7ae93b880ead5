/** Judges the whole ledger: its chain, the head that was last kept with the keys, and the clock. */
import type { Day } from "../civil-day.ts"
import type { Anchor, ledgerFaults } from "../record/ledger.ts"

/** Its length and head as they were kept on an earlier day. */
export interface KnownLedger extends Anchor {
  readonly on: Day
}

export interface LedgerLook {
  readonly length: number
  /** The hash of the last entry. */
  readonly head: string
  /** The first entry at which the chain or the kept head disagrees. */
  readonly fault?: { readonly is: (typeof ledgerFaults)[number]; readonly entry: number }
  /** What was kept of it at the last check. */
  readonly reported?: { readonly on: Day; readonly length: number }
  /** The day of the newest entry, in London. */
  readonly newest?: Day
}

const faultText: Readonly<Record<(typeof ledgerFaults)[number], string>> = {
  "missing-or-moved": "is missing or moved",
  unlinked: "does not follow the one before it",
  altered: "was altered",
  "not-a-record": "is not a record",
  "cut-short": "is missing: the ledger was cut since its last check",
  rewritten: "was rewritten since its last check",
}

export const ledgerBreaches = ({ fault }: LedgerLook): readonly string[] =>
  fault === undefined ? [] : [`the ledger is broken: entry ${fault.entry} ${faultText[fault.is]}`]

/** What was recorded is never later than today: a clock that was put back would keep answers too long and open a closed window. */
export const clockBreaches = ({ newest }: LedgerLook, today: Day): readonly string[] =>
  newest !== undefined && newest > today
    ? [`the clock was put back: today is ${today}, and the ledger has an entry of ${newest}`]
    : []

export const ledgerText = ({ length, head, reported }: LedgerLook): string =>
  `ledger verified: ${length} entries, head ${head.slice(0, 12)}${
    reported === undefined
      ? "; no earlier head to compare with"
      : `, which continue the ${reported.length} known on ${reported.on}`
  }`
