/** Sums up a transfer in one sentence of bands and days, for the nightly run and for the command alike. */
import { band } from "../../db/collection/band.ts"
import type { Transferred } from "../../db/transfer/transfer.ts"
import type { StorageSettings } from "../deployment/storage.ts"

const days = (count: number): string => {
  if (count === 0) return "no day complete"
  return `${count === 1 ? "1 day" : `${count} days`} complete, with every private key destroyed`
}

export const transferSummary = (
  { mode }: Pick<StorageSettings, "mode">,
  { finished }: Pick<Transferred, "finished">,
  arrived: number,
): string =>
  `Transferred in ${mode}: ${arrived === 0 ? "no" : band(arrived)} answers arrived; ${days(finished.length)}.`
