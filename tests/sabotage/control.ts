/** Changes a comment only: a check that catches this sabotage would catch anything, so its other catches prove nothing. */
import { by, change, type Sabotage, types } from "./sabotage.ts"

export const control: Sabotage = {
  rule: "opt-out-on-every-question",
  sabotage: "a comment",
  edits: [
    change(
      "policy/data/answer.ts",
      "/** The opt-out as it is sent and stored: it is an answer. */",
      "/** The opt-out is an answer, as it is sent and as it is stored. */",
    ),
  ],
  caughtBy: [types("opt-out-on-every-question"), by("schema", "policy/opt-out-on-every-question.test.ts")],
}
