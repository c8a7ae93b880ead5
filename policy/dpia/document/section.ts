/** Lists the six sections of the DPIA by number, each with the heading that it has in the document. */
export const sections = {
  1: "Identifying the need for a DPIA",
  2: "Describing the data processing in more detail",
  3: "Consulting stakeholders",
  4: "Lawful basis for, and proportionality, of the processing",
  5: "Identified risks and mitigations",
  6: "DPIA sign-off and outcomes",
} as const

export type Section = keyof typeof sections

export const headings: ReadonlyArray<string> = Object.entries(sections).map(([number, title]) => `${number}. ${title}`)
