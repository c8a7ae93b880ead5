/** What section 6 asks before anything starts: measures approved, risks accepted, advice given. */
import { inSection } from "./commitment.ts"

export const section6 = inSection(6, [
  {
    id: "C134",
    quote: "Measures approved by",
    rule: "dpia-signed-off",
    how: { runtime: "opening is refused while this is blank, unless waived" },
    evidence: "finding F26",
  },
  {
    id: "C135",
    quote: "Integrate actions back into project plan, with date and responsibility",
    rule: "dpia-signed-off",
    how: { people: "log of actions" },
    evidence: "open actions, owner, date",
  },
  {
    id: "C136",
    quote: "If accepting any residual high risk, consult the ICO",
    rule: "dpia-signed-off",
    how: {
      runtime: "a risk set to high blocks opening until a consultation is recorded",
      test: "it does",
    },
    evidence: "state of the prior consultation",
  },
  {
    id: "C137",
    quote: "DPO should advise on compliance",
    rule: "dpia-signed-off",
    how: { people: "advice, dated" },
    evidence: "its text; the date is missing (F26)",
  },
  {
    id: "C138",
    quote: "satisfied that there is a Lawful basis for processing",
    rule: "dpia-signed-off",
    how: { people: "advice" },
  },
  {
    id: "C139",
    quote: "If overruled, you must explain your",
    rule: "dpia-signed-off",
    how: { types: "advice is accepted, or overruled with reasons" },
    evidence: "the decision (F27)",
  },
])
