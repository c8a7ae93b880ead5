/** Reads one fact: a failure or a bug leaves it unseen with the reason, or at fault, and never stops the other looks. */
import { Effect } from "effect"
import { defectOf, defectText } from "../defect.ts"
import { type Fact, faulty, unseen } from "./fact.ts"

/** A failure that shows damage or contradiction is a fault; a store that only cannot be reached now is unseen. */
export interface Failing {
  readonly isDamage: boolean
}

const hasSign = (error: unknown, sign: "isDamage" | "isLocked"): boolean =>
  typeof error === "object" && error !== null && sign in error && Reflect.get(error, sign) === true

export const lockedWords = "another process has locked a table (stop it, then make the report again)"

/** `what` is a plural, such as "the extracts". */
export const look = <A, T>(
  what: string,
  read: Effect.Effect<A, unknown>,
  fact: (value: A) => Fact<T>,
): Effect.Effect<Fact<T>> =>
  read.pipe(
    Effect.map(fact),
    Effect.catch((error) =>
      Effect.succeed(
        hasSign(error, "isDamage")
          ? faulty(`damage or contradiction found in ${what}`)
          : unseen(`${what} could not be read${hasSign(error, "isLocked") ? `: ${lockedWords}` : ""}`),
      ),
    ),
    Effect.catchDefect((thrown) => {
      const defect = defectOf(thrown)
      return Effect.succeed(unseen(`reading ${what} stopped on ${defectText(defect)}`, defect))
    }),
  )
