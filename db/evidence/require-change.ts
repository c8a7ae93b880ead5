/** Refuses a change that matched no row, so that the ledger never records what did not happen. */
import type { UpdateResult } from "kysely"
import { StoreUnavailable } from "../store-unavailable.ts"

/** Throws, because only a throw rolls back a Kysely transaction. */
export const refuseUnless = (holds: boolean): void => {
  if (!holds) throw new StoreUnavailable({ store: "evidence", failure: "refused" })
}

export const changedOne = ({ numUpdatedRows }: UpdateResult): void => refuseUnless(numUpdatedRows === 1n)
