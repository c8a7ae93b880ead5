/** Names the three answers to *Is it kept?*, in the order in which they need the DPO. */
export const keptAnswers = ["broken", "not-checked", "upheld"] as const

export type Kept = (typeof keptAnswers)[number]
