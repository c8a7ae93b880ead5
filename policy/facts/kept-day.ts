/** Compares each day's kept responses with its transfer, the ledger and its retention: a row that is gone or added shows. */

export interface KeptDay {
  readonly day: string
  /** Counts that are compared, and never printed. */
  readonly kept: number
  readonly arrival?: {
    readonly state: "arriving" | "verified" | "complete"
    readonly responses: number
    readonly digest: string
    /** Digests of sealed rows, which are deleted once the day is complete. */
    readonly pending: number
  }
  /** What the ledger certified of the day. */
  readonly certified?: { readonly responses: number; readonly digest: string }
  /** The state of its retention. */
  readonly retention?: string
}

const keptAgainst = ({ day, kept, arrival, retention }: KeptDay): readonly string[] => {
  if (retention === "destroyed") return kept > 0 ? [`responses of ${day} are kept, and the day is destroyed`] : []
  if (arrival === undefined) return kept > 0 ? [`responses of ${day} are kept, and no transfer brought them`] : []
  if (kept === arrival.responses) return []
  return [`${kept < arrival.responses ? "fewer" : "more"} responses of ${day} are kept than arrived`]
}

const arrivalAgainst = ({ day, arrival, certified }: KeptDay): readonly string[] => {
  if (arrival === undefined)
    return certified ? [`the ledger certifies ${day}, and the record of its transfer is gone`] : []
  const { state, responses, digest, pending } = arrival
  if (state !== "complete")
    return pending === responses ? [] : [`the sealed rows of ${day} that arrived do not match its responses`]
  return [
    ...(pending > 0 ? [`digests of sealed rows of ${day} remain after its transfer`] : []),
    ...(certified === undefined ? [`the transfer of ${day} is complete, and the ledger has no entry of it`] : []),
    ...(certified && (certified.responses !== responses || certified.digest !== digest)
      ? [`the ledger certifies other responses of ${day} than its transfer records`]
      : []),
  ]
}

export const countBreaches = (days: readonly KeptDay[]): readonly string[] =>
  days.flatMap((day) => [...keptAgainst(day), ...arrivalAgainst(day)])

export const unretained = (days: readonly KeptDay[]): readonly string[] =>
  days
    .filter(({ kept, arrival, retention }) => retention === undefined && (kept > 0 || arrival !== undefined))
    .map(({ day }) => `${day} has answers and no date of review: its retention is missing`)
