/** Numbers the findings about the DPIA, and gives the severity of each. */
export const findingIds = [
  ...(["F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08", "F09", "F10", "F11", "F12", "F13", "F14"] as const),
  ...(["F15", "F16", "F17", "F18", "F19", "F20", "F21", "F22", "F23", "F24", "F25", "F26", "F27", "F28"] as const),
  ...(["F29", "F30", "F31", "F32", "F33", "F34", "F35", "F36", "F37", "F38", "F39", "F40", "F41", "F42"] as const),
  ...(["F43", "F44", "F45"] as const),
] as const

export type FindingId = (typeof findingIds)[number]

/** Live stays shut until each of these is settled. */
export const blockingFindings = ["F17", "F18", "F26"] as const
export type BlockingFinding = (typeof blockingFindings)[number]

/** A strict default is in force until someone decides, which should be soon. */
const pressingFindings = ["F08", "F09", "F10", "F11", "F12", "F20", "F22", "F23", "F34"] as const satisfies FindingId[]

export const severities = ["blocks opening", "decide soon", "note"] as const
export type Severity = (typeof severities)[number]

export const severityOf = (id: FindingId): Severity => {
  if (blockingFindings.some((each) => each === id)) return "blocks opening"
  return pressingFindings.some((each) => each === id) ? "decide soon" : "note"
}
