/** Judges the private keys that are kept: only days that still need one, and readable by their owner alone. */

export interface KeyFolder {
  /** The days with a private key. */
  readonly privateDays: readonly string[]
  /** Days that are transferred for good: their key must be destroyed. */
  readonly completeDays: readonly string[]
  /** Files that other accounts may read or write. */
  readonly open: readonly string[]
}

export const needlessKeys = ({ privateDays, completeDays }: KeyFolder): readonly string[] =>
  privateDays
    .filter((day) => completeDays.includes(day))
    .map((day) => `the private key of ${day} still exists, and the day is transferred for good`)

export const openKeys = ({ open }: KeyFolder): readonly string[] =>
  open.map((file) => `${file} may be read or changed by other accounts than its owner`)
