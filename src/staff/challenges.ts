/** Remembers what a browser was asked to sign, and for what: each challenge answers once, for a few minutes, in memory alone. */
import { Clock, Effect } from "effect"
import { sessionLimits } from "../../policy/capability/session.ts"

/** More than people could begin at once; then the oldest is forgotten. */
const most = 1_000

export type Challenges = ReturnType<typeof rememberChallenges>

/** `purpose` says for what the answer counts: an answer to another question proves nothing. */
export const rememberChallenges = () => {
  const asked = new Map<string, { readonly purpose: string; readonly until: number }>()
  return {
    remember: (challenge: string, purpose: string) =>
      Effect.map(Clock.currentTimeMillis, (now) => {
        asked.set(challenge, { purpose, until: now + sessionLimits.proof })
        const [oldest] = asked.keys()
        if (asked.size > most && oldest !== undefined) asked.delete(oldest)
      }),

    /** False for one that was never asked, was answered before, is late, or was asked for another purpose. */
    take: (challenge: string, purpose: string) =>
      Effect.map(Clock.currentTimeMillis, (now) => {
        const found = asked.get(challenge)
        asked.delete(challenge)
        return found !== undefined && found.purpose === purpose && now < found.until
      }),
  }
}
