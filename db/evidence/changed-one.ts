/** A change that finds nothing to change is refused, so that nothing is recorded that did not happen. */
import type { UpdateResult } from "kysely"
import { StoreUnavailable } from "../collection/store-unavailable.ts"

export const changedOne = ({ numUpdatedRows }: UpdateResult): void => {
  if (numUpdatedRows !== 1n) throw new StoreUnavailable({ failure: "refused" })
}
