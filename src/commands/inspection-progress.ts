/** Prints every few seconds which share of the kept responses is read, and never how many there are. */

/** Milliseconds between two lines. */
const pause = 5_000

export const inspectionProgress = (): ((share: number) => void) => {
  let printedAt = Date.now()
  return (share) => {
    if (Date.now() - printedAt < pause) return
    printedAt = Date.now()
    console.error(`${Math.floor(share * 100)} % of the kept responses read`)
  }
}
