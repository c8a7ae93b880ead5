/** Compares versions by the rules of semver, as far as the lockfile and the list of floors need them. */

const parts = (version: string) => {
  const [numbers = "", before = ""] = version.split(/-(.*)/s)
  return { numbers: numbers.split(".").map(Number), before: before === "" ? [] : before.split(".") }
}

const compareParts = (one: string, other: string): number => {
  const both = [one, other].map(Number)
  const [first = 0, second = 0] = both
  return both.some(Number.isNaN) ? one.localeCompare(other) : first - second
}

/** Negative when `one` is older, 0 when both are equal. A version before a release (`2.0.1-rc.4`) is older than it. */
export const compareVersions = (one: string, other: string): number => {
  const [a, b] = [parts(one), parts(other)]
  for (const index of [0, 1, 2]) {
    const step = (a.numbers[index] ?? 0) - (b.numbers[index] ?? 0)
    if (step !== 0) return step
  }
  if (a.before.length === 0 || b.before.length === 0) return b.before.length - a.before.length
  for (const [index, part] of a.before.entries()) {
    const step = compareParts(part, b.before[index] ?? "")
    if (step !== 0) return step
  }
  return a.before.length - b.before.length
}

const major = (version: string): number => parts(version).numbers[0] ?? 0

/** Whether a version is at the floor of its own major line, or of a later line than every floor. */
export const isSafe = (version: string, safe: readonly string[]): boolean => {
  const ofLine = safe.find((floor) => major(floor) === major(version))
  const bound = ofLine ?? safe.at(-1) ?? version
  return compareVersions(version, bound) >= 0
}
