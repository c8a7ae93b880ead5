/** Builds the variables of quality flags, which filter the responses of a table and are never shown in one. */
import { flags } from "../../policy/data/quality-flag.ts"
import type { Variable } from "./variable.ts"

const yes = { key: "yes", words: "Flagged" }
const no = { key: "no", words: "Not flagged" }

const flagged = (name: string, title: string, isFlagged: (flags: readonly string[]) => boolean): Variable => ({
  name,
  title,
  categories: [yes, no],
  questions: [],
  categoryOf: (held) => (isFlagged(held.flags) ? yes.key : no.key),
  onlyFilters: true,
})

export const quality: readonly Variable[] = [
  flagged("flagged", "Doubtful in any way", (held) => held.length > 0),
  ...flags.map((flag) =>
    flagged(`flagged.${flag}`, `Doubtful: ${flag.replaceAll("-", " ").replace("england", "England")}`, (held) =>
      held.includes(flag),
    ),
  ),
]
