/** Names the two modes of a deployment: a rehearsal, with invented answers, or live. */
export const modes = ["rehearsal", "live"] as const

export type Mode = (typeof modes)[number]
