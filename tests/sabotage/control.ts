/** Changes a comment only: a check that catches this sabotage would catch anything, so its other catches prove nothing. */
import { by, change, type Sabotage, types } from "./sabotage.ts"

export const control: Sabotage = {
  rule: "opt-out-on-every-question",
  sabotage: "a comment",
  edits: [
    change(
      "policy/data/answer.ts",
      "/** The opt-out on the wire: an answer, and stored as one. */",
      "/** The opt-out on the wire is an answer, and is stored as one. */",
    ),
  ],
  caughtBy: [types("opt-out-on-every-question"), by("schema", "policy/opt-out-on-every-question.test.ts")],
}
