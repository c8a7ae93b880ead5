/** Refuses what is nested deeper than anything that is sent here: reading it on would cost more than it is worth. */

export const isDeeperThan = (value: unknown, limit: number): boolean =>
  typeof value === "object" &&
  value !== null &&
  (limit === 0 || Object.values(value).some((each) => isDeeperThan(each, limit - 1)))
