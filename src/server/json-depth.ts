/** Whether a value nests deeper than a limit; it looks no deeper than that itself. */
export const isDeeperThan = (value: unknown, limit: number): boolean =>
  typeof value === "object" &&
  value !== null &&
  (limit === 0 || Object.values(value).some((each) => isDeeperThan(each, limit - 1)))
