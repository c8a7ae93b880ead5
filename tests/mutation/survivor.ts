/** Describes a mutant that made no test fail, and the reason that makes it harmless. */

export interface Survivor {
  readonly file: string
  readonly line: number
  readonly mutator: string
  /** The original code, on one line. */
  readonly was: string
  readonly became: string
}

/** One reason covers the survivors of a file: all of them, those of a mutator, or those whose code contains `was`. */
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
