/** A mutant that no test noticed, and the reason that makes it harmless. */

export interface Survivor {
  readonly file: string
  readonly line: number
  readonly mutator: string
  /** What stood there, on one line. */
  readonly was: string
  readonly became: string
}

/** The survivors of a file that one reason covers: all of it, or those of a mutator, or those whose text holds `was`. */
export interface Excuse {
  readonly file: string
  readonly mutator?: string
  readonly was?: string
  readonly reason: string
}

export const covers = ({ file, mutator, was }: Excuse, survivor: Survivor): boolean =>
  survivor.file === file &&
  (mutator === undefined || survivor.mutator === mutator) &&
  (was === undefined || survivor.was.includes(was))
