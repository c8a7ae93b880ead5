/** Lists the certificates that the ledger holds: transfers, searches, the close, destruction and deletion, never with a count. */
import type { Facts } from "../facts/facts.ts"
import type { DecisionRecord } from "../record/decision-record.ts"
import { type Annex, annexOf } from "./annex.ts"

export interface Certificate {
  readonly what: string
  readonly on: string
  /** The first digits of the digest that identifies it; absent where the entry names no digest. */
  readonly digest?: string
}

const traces = (count: number): string => (count === 0 ? "nothing was found" : "traces were found")

const certificateOf = ({ kind, body }: DecisionRecord): readonly Certificate[] => {
  switch (kind) {
    case "collection-opened":
      return [{ what: "The collection was opened", on: body.on }]
    case "collection-closed":
      return [{ what: "The collection was closed, and the web server emptied", on: body.on, digest: body.rows }]
    case "day-transferred":
      return [{ what: `The answers of ${body.of} were transferred, and their key destroyed`, on: body.on }]
    case "answers-given-up":
      return [{ what: `Answers of ${body.of} that no key can open were removed`, on: body.on }]
    case "residue-scanned":
      return [{ what: `Every byte of the stores was searched, and ${traces(body.traces)}`, on: body.on }]
    case "extract-deletion-certified":
      return [
        {
          what: `Extract ${body.extract.slice(0, 8)} was certified as deleted`,
          on: body.deletedOn,
          digest: body.attestation,
        },
      ]
    case "data-destroyed":
      return [{ what: `The answers of ${body.of} were destroyed`, on: body.on, digest: body.residueScan }]
    default:
      return []
  }
}

/** In the order of the ledger. */
export const certificates = ({ records }: Pick<Facts, "records">): Annex<Certificate> =>
  annexOf(records, (all) =>
    all.flatMap(certificateOf).map(({ digest, ...each }) => ({
      ...each,
      ...(digest !== undefined && { digest: digest.slice(0, 12) }),
    })),
  )
