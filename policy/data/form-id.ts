/** Names the six forms of DPIA section 1; there are no others. */
export const formIds = ["4-5", "6-8", "9-12", "13-17", "easy-read-6-8", "easy-read-9-12"] as const

export type FormId = (typeof formIds)[number]
