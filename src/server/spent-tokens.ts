/** Remembers which tokens a page without script has sent or cleared: for a day as used up, and for ten seconds as a double click of Send. */
import { Clock, Context, Effect, Layer } from "effect"
import { sealedLife } from "./page-state.ts"
import { TokenSet } from "./token-set.ts"

/** Milliseconds. */
const doubleClick = 10_000
const hour = 60 * 60 * 1000
/** Beyond this the oldest hour is forgotten: 32 MB at most. */
const mostTokens = 1_400_000

const make = (most: number) => {
  /** In the order of their ends. */
  const recent = new Map<string, number>()
  /** In the order of their hours. */
  const hours = new Map<number, TokenSet>()

  const prune = (now: number): void => {
    for (const [token, until] of recent) {
      if (until > now) break
      recent.delete(token)
    }
    let size = [...hours.values()].reduce((sum, each) => sum + each.size, 0)
    for (const [started, tokens] of hours) {
      // A field that was sealed in this hour opens for another day.
      if ((started + 1) * hour + sealedLife > now && (size <= most || hours.size === 1)) break
      hours.delete(started)
      size -= tokens.size
    }
  }
  const at = <A>(look: (now: number) => A): Effect.Effect<A> =>
    Effect.map(Clock.currentTimeMillis, (now) => {
      prune(now)
      return look(now)
    })

  const useUp = (token: string, now: number): void => {
    const started = Math.floor(now / hour)
    const tokens = hours.get(started) ?? new TokenSet()
    tokens.add(token)
    hours.set(started, tokens)
  }

  return {
    spend: (token: string): Effect.Effect<void> =>
      at((now) => {
        recent.delete(token)
        recent.set(token, now + doubleClick)
        useUp(token, now)
      }),
    /** For a survey that was stopped: no page of it opens again, and nothing of it is sent. */
    clear: (token: string): Effect.Effect<void> => at((now) => useUp(token, now)),
    wasJustSpent: (token: string): Effect.Effect<boolean> => at(() => recent.has(token)),
    /** For as long as a field sealed with the token can be opened. */
    isSpent: (token: string): Effect.Effect<boolean> =>
      at(() => [...hours.values()].some((tokens) => tokens.has(token))),
  }
}

export class SpentTokens extends Context.Service<SpentTokens, ReturnType<typeof make>>()("src/server/SpentTokens") {
  static readonly layer = (most = mostTokens) => Layer.sync(SpentTokens, () => make(most))
}
