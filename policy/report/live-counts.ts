/** How many have answered so far, told while the collection runs: late, in tens, and so that no two tellings give a few children away. */
import { formIds } from "../data/form-id.ts"
import { parameters } from "../parameters.ts"

/** So many responses to one form on one day. */
export interface Received {
  readonly form: string
  readonly day: string
  readonly responses: number
}

/** `atLeast` is a whole number of thresholds: what is beyond it is not told, not even whether it is nothing. */
export interface LiveCount {
  readonly form: string
  readonly atLeast: number
}

export interface LiveCounts {
  /** The last day that is counted: today is not, so that whoever looks twice on a day sees the same. */
  readonly upTo: string | undefined
  readonly forms: readonly LiveCount[]
  /** The sum of what is told of the forms, and of nothing else: it says no more than they do. */
  readonly atLeast: number
}

const { value: step } = parameters.threshold

export const liveCounts = (received: readonly Received[], today: string): LiveCounts => {
  const over = received.filter(({ day }) => day < today)
  const forms = formIds.map((form) => {
    const all = over.reduce((sum, each) => sum + (each.form === form ? each.responses : 0), 0)
    return { form, atLeast: Math.floor(all / step) * step }
  })
  return {
    upTo: over
      .map(({ day }) => day)
      .sort()
      .at(-1),
    forms,
    atLeast: forms.reduce((sum, { atLeast }) => sum + atLeast, 0),
  }
}
