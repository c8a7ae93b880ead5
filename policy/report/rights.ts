/** Lists the rights of UK GDPR Articles 13 to 22 and of complaint, with what this survey can and cannot do, and why (F30). */
import type { RuleId } from "../rule-id.ts"

export interface Right {
  readonly right: string
  readonly law: string
  readonly answer: string
  readonly rules: readonly RuleId[]
}

const final = ["responses-are-anonymous-and-final", "privacy-information-first"] as const
const cannotFind =
  "Nobody can find one child's answers among those of others once they are sent (Art 11), and the notice says so before the first question."

export const rights: readonly Right[] = [
  {
    right: "To be informed",
    law: "UK GDPR Art 13",
    answer: "A notice in words for the age comes before the first question of every form.",
    rules: ["privacy-information-first"],
  },
  { right: "Access", law: "UK GDPR Art 15", answer: cannotFind, rules: final },
  { right: "Rectification", law: "UK GDPR Art 16", answer: cannotFind, rules: final },
  {
    right: "Erasure",
    law: "UK GDPR Art 17",
    answer: `A child can leave or change any answer until it is sent. ${cannotFind} All answers are destroyed at the end of their retention.`,
    rules: [...final, "retention-reviewed-after-two-years"],
  },
  { right: "Restriction", law: "UK GDPR Art 18", answer: cannotFind, rules: final },
  {
    right: "Portability",
    law: "UK GDPR Art 20",
    answer: "Does not apply: the basis is a public task and neither consent nor a contract.",
    rules: ["purpose-and-lawful-basis"],
  },
  {
    right: "To object",
    law: "UK GDPR Art 21",
    answer: "A child can skip any question, choose not to say, or stop. After sending, the answers cannot be found.",
    rules: ["opt-out-on-every-question", ...final],
  },
  {
    right: "No decision by a machine alone",
    law: "UK GDPR Art 22A to 22D",
    answer: "No decision about any person is taken from an answer: only tables of many children leave the team.",
    rules: ["aggregates-only-beyond-the-team"],
  },
  {
    right: "To complain",
    law: "DPA 2018 s164A",
    answer: "A form takes complaints from anyone, sealed and linked to no answer; each is acknowledged within 30 days.",
    rules: ["privacy-information-first"],
  },
]
