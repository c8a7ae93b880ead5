/** How each form looks: one hue an age band, how large its targets are, and whether it is easy read. */
import type { FormId } from "../../policy/data/form-id.ts"

export type Hue = "sun" | "coral" | "mint" | "violet" | "plain"

export interface Band {
  readonly hue: Hue
  /** Targets at least 64 px high. */
  readonly large: boolean
  readonly easy: boolean
  readonly ages: string
}

export const bandOf: Readonly<Record<FormId, Band>> = {
  "4-5": { hue: "sun", large: true, easy: false, ages: "4 to 5" },
  "6-8": { hue: "coral", large: true, easy: false, ages: "6 to 8" },
  "9-12": { hue: "mint", large: false, easy: false, ages: "9 to 12" },
  "13-17": { hue: "violet", large: false, easy: false, ages: "13 to 17" },
  "easy-read-6-8": { hue: "coral", large: true, easy: true, ages: "6 to 8" },
  "easy-read-9-12": { hue: "mint", large: true, easy: true, ages: "9 to 17" },
}

/** For the body element. */
export const classesOf = ({ hue, large, easy }: Band): string =>
  [hue, hue === "violet" && "bare", large && "large", easy && "easy"].filter(Boolean).join(" ")
