/** Tokens spent in the last moments, in memory only: a double click is told *sent*, and a later reload is not. */
const life = 10_000
const spent = new Map<string, number>()

export const wasJustSpent = (token: string, now: number): boolean => {
  for (const [each, until] of spent) {
    if (until > now) break
    spent.delete(each)
  }
  return spent.has(token)
}

export const spend = (token: string, now: number): void => {
  spent.set(token, now + life)
}
