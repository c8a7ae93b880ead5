/** A deployment either rehearses, with answers that are for trying out, or is live; nothing is both. */
export const modes = ["rehearsal", "live"] as const

export type Mode = (typeof modes)[number]
