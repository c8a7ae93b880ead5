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

export const short = (digest: string): string => digest.slice(0, 12)

/** Why a result does not speak for this build; `undefined` when it does. `what` is such as "the tests have". */
export const whyNot = (what: string, now: Build, found: Partial<Build> | undefined): string | undefined => {
  if (found === undefined) return `${what} not been run here`
  if (now.commit === "unknown" || found.commit === undefined || found.commit === "unknown")
    return "it is not known which code this is"
  if (found.commit !== now.commit) return `${what} been run on other code (commit ${short(found.commit)}), not on this`
  if (found.lockfile !== undefined && found.lockfile !== now.lockfile)
    return `${what} been run with other packages, not with these`
  if (found.clean === false || !now.clean) return `${what} been run, but the code here has changes that no commit holds`
  return undefined
}
