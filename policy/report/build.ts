/** A result speaks for the very code that it was found in: same commit, same lockfile, nothing changed; or for none. */

/** Which code this is, or was when something was found out about it. */
export interface Build {
  /** In full; "unknown" outside a repository. */
  readonly commit: string
  /** Whether the tree is that commit and nothing else. */
  readonly clean: boolean
  /** SHA-256 of the lockfile. */
  readonly lockfile: string
}

/** What was found out about this very build, or why it does not speak for it. */
export type Found<A> =
  | { readonly checked: true; readonly found: A }
  | { readonly checked: false; readonly because: string }

export const short = (digest: string): string => digest.slice(0, 12)

/** Why a result does not speak for this build; `undefined` when it does. `what` is such as "the tests have". */
export const whyNot = (what: string, now: Build, found: Partial<Build>): string | undefined => {
  if (now.commit === "unknown" || found.commit === undefined || found.commit === "unknown")
    return "it is not known which code this is"
  if (found.commit !== now.commit) return `${what} been run on other code (commit ${short(found.commit)}), not on this`
  if (found.lockfile !== undefined && found.lockfile !== now.lockfile)
    return `${what} been run with other packages, not with these`
  if (found.clean === false || !now.clean) return `${what} been run, but the code here has changes that no commit holds`
  return undefined
}

/** A result that was never written speaks for nothing either. */
export const ofThisBuild = <A extends Partial<Build>>(what: string, now: Build, found: A | undefined): Found<A> => {
  if (found === undefined) return { checked: false, because: `${what} not been run here` }
  const because = whyNot(what, now, found)
  return because === undefined ? { checked: true, found } : { checked: false, because }
}
