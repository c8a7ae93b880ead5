/** Decides which keys of results the report knows: those that named people recorded, or in a rehearsal this machine's own. */
import type { RecordedDeployment } from "../deployment/deployment.ts"

export interface KnownKeys {
  readonly keys: readonly string[]
  /** Whether named people recorded them: this machine's own key then counts only if it is among them. */
  readonly areRecorded: boolean
}

/** `own` is the key in this machine's folder of results. Once a key was ever recorded, no other counts. */
export const knownKeys = (
  { mode, resultsKeys }: Pick<RecordedDeployment, "mode" | "resultsKeys">,
  own: string | undefined,
): KnownKeys => {
  if (resultsKeys !== undefined) return { keys: resultsKeys, areRecorded: true }
  return mode === "live" || own === undefined
    ? { keys: [], areRecorded: mode === "live" }
    : { keys: [own], areRecorded: false }
}

/** Why a good signature by this key does not count; `null` when it does. */
export const doubtOfKey = ({ keys, areRecorded }: KnownKeys, key: string): string | null => {
  if (keys.includes(key)) return null
  return areRecorded
    ? "the signature of a key that nobody has recorded (ask -- declare results-key)"
    : "the signature of a key that is not known here, such as another machine's"
}
