/** Writes the result of a scan, one line a store, and its progress. */
import type { ResidueReport } from "../../db/residue/report.ts"
import { banded } from "../../policy/banded.ts"
import type { StoreScan } from "../../policy/record/residue-scan.ts"

const lineOf = ({ store, how, files, traces, freeText, unread }: StoreScan): string =>
  [
    `${store}: ${how} of ${files} ${files === 1 ? "file" : "files"}, ${traces === 0 ? "nothing" : traces} found`,
    ...(freeText > 0 ? [`${banded(freeText)} in free text, which a person has to clean`] : []),
    ...(unread > 0 ? [`${unread} not read`] : []),
  ].join("; ")

/** What the ledger records too. */
export const residueLines = ({ stores, bytes }: ResidueReport): readonly string[] => {
  const [{ words, postcodes } = { words: 0, postcodes: "made up" }] = stores
  return [
    ...stores.map(lineOf),
    `${bytes.toLocaleString("en-GB")} bytes. Looked for: postcodes (${postcodes}), planted words (${words}), answers of destroyed days. The published geography is left out.`,
  ]
}

/** Milliseconds between two lines. */
const pause = 5_000

/** Prints a line every few seconds. */
export const scanProgress = (): ((bytes: number, all: number) => void) => {
  let printedAt = Date.now()
  return (bytes, all) => {
    if (Date.now() - printedAt < pause) return
    printedAt = Date.now()
    const share = all > 0 ? ` of ${Math.round(all / 2 ** 20)}` : ""
    console.error(`${Math.round(bytes / 2 ** 20)}${share} MB scanned`)
  }
}
