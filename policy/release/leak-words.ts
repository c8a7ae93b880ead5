/** Explains a leak in words: the group that follows from published tables, and how. Never a count. */
import type { Leak } from "../disclosure/joint/find-leaks.ts"
import type { DeclaredVariables } from "./declared-variables.ts"
import { groupWords } from "./group-words.ts"

export const leakWords = (leak: Leak, declared: DeclaredVariables): string => {
  const group = groupWords(leak.box, declared)
  switch (leak.kind) {
    case "group":
      return `the count of "${group}", which is small, can be worked out`
    case "hidden-zero":
      return `nobody is in "${group}", which a table withholds, and that can be worked out`
    case "one-answer":
      return `all children of "${group}" are seen to share one ${declared.bases[leak.variable]?.name ?? "answer"}`
    case "rest":
      return `"${group}" less ${leak.less.map((box) => `"${groupWords(box, declared)}"`).join(" and ")} is a few children`
    case "difference":
      return `"${group}" less "${groupWords(leak.less, declared)}" is a few children`
    case "insider":
      return `a child who is alone in "${groupWords(leak.alone, declared)}" can work out "${group}"`
  }
}
