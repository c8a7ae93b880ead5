/** Counts the responses while the collection runs: a day late, in tens, so that no two counts reveal a few children. */
import { formIds } from "../data/form-id.ts"
import { parameters } from "../parameters.ts"

/** The number of responses to one form on one day. */
export interface Received {
  readonly form: string
  readonly day: string
  readonly responses: number
}

/** `atLeast` is a whole number of thresholds: the rest is not shown, not even whether it is zero. */
export interface LiveCount {
  readonly form: string
  readonly atLeast: number
}

export interface LiveCounts {
  /** The last counted day: yesterday, so that two looks on one day show the same. */
  readonly upTo: string | undefined
  readonly forms: readonly LiveCount[]
  /** The sum of the counts shown for the forms: it reveals no more than they do. */
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
