/** A result speaks for the very files that it was found on, and only if a known key signed it. */
import { differencesIn, type Manifest } from "./manifest.ts"

/** Which code this is. */
export interface Build {
  /** In full, for people; "unknown" outside a repository. Nothing is judged by it. */
  readonly commit: string
  /** Whether the tree is that commit and nothing else. */
  readonly clean: boolean
  /** SHA-256 of the lockfile. */
  readonly lockfile: string
  /** Every file that results speak of. */
  readonly files: Manifest
}

/** What a result says of itself. */
export interface Ran {
  /** The files that it was found on. */
  readonly files: Manifest
  /** Whether these were the same before and after the run. */
  readonly unchanged: boolean
}

/** A result as it was read. `doubt` is the reason why nobody knows that a run wrote it; `null` when a known key signed it. */
export type Read<A> = A & { readonly doubt: string | null }

/** What was found out about this very build, or why it does not speak for it. */
export type Found<A> =
  | { readonly checked: true; readonly found: A }
  | { readonly checked: false; readonly because: string }

export const short = (digest: string): string => digest.slice(0, 12)

/** Why a result does not speak for these files; `undefined` when it does. `what` is such as "the tests have". */
export const whyNot = (what: string, now: Manifest, found: Read<Ran>): string | undefined => {
  if (found.doubt !== null) return found.doubt
  if (!found.unchanged) return `${what} been run while files changed`
  const differences = differencesIn(now, found.files)
  return differences === undefined ? undefined : `${what} been run on other files than these: ${differences}`
}

/** A result that was never written speaks for nothing either. */
export const ofThisBuild = <A extends Read<Ran>>(what: string, now: Manifest, found: A | undefined): Found<A> => {
  if (found === undefined) return { checked: false, because: `${what} not been run here` }
  const because = whyNot(what, now, found)
  return because === undefined ? { checked: true, found } : { checked: false, because }
}
