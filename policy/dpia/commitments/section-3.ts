/** What section 3 says of the people who were consulted. */
import { inSection } from "./commitment.ts"

export const section3 = inSection(3, [
  {
    id: "C081",
    quote: "conducted 12 focus groups with children and young people",
    rule: "dpia-signed-off",
    how: { people: "record of the consultation (Art 35(9))" },
    evidence: "table of consultations",
  },
  {
    id: "C082",
    quote: "consulted on the design of the questionnaires",
    rule: "dpia-signed-off",
    how: { people: "record of the consultation, and the wording it changed" },
    evidence: "table of consultations",
  },
  {
    id: "C083",
    quote: "DfE on the design of the survey",
    rule: "dpia-signed-off",
    how: { people: "record of the consultation; the DfE also provides the infrastructure" },
    evidence: "finding F33",
  },
])
