/** Finds values that are nested deeper than any that a page of ours sends: reading on would cost more than they are worth. */

export const isDeeperThan = (value: unknown, limit: number): boolean =>
  typeof value === "object" &&
  value !== null &&
  (limit === 0 || Object.values(value).some((each) => isDeeperThan(each, limit - 1)))
