/** Lists where the DPIA can be read in more than one way. */
import type { FindingWords } from "./finding.ts"
import type { FindingId } from "./finding-id.ts"

export const ambiguities = {
  F04: {
    kind: "ambiguity",
    title: "The DPIA gives two dates and no times",
    quotes: [{ section: 2, words: "The data will be collected from 19/04/21 until 19/05/21" }],
    matters: "“Until” may leave out the last day. In summer time, midnight in London is not midnight for a server.",
    meanwhile:
      "The survey is open from the first minute of the first day to the last minute of the last day, London time.",
    heldBy: ["policy/window.ts"],
    decider: "the DPO",
    commitments: ["C060"],
  },
  F05: {
    kind: "ambiguity",
    title: "Two years from each answer, or from the close?",
    quotes: [{ section: 2, words: "2 years after it has been collected" }],
    matters: "The two readings are up to a month apart.",
    meanwhile:
      "The earlier reading: reminders count from the first answer received, and each answer's review from its own day.",
    decider: "the DPO",
    commitments: ["C067"],
  },
  F13: {
    kind: "ambiguity",
    title: "The document says in several ways who may read the answers",
    quotes: [
      { section: 2, words: "members of the CCO Evidence Team (roughly 5 members of staff)" },
      { section: 4, words: "staff who are working on the project team" },
      { section: 4, words: "under supervision from the Head of Data Science and the Director of Evidence" },
    ],
    matters:
      "“Roughly five” names no person, and the document does not say whether the two supervisors are among them.",
    meanwhile: "A named list, with an alert at the sixth person. Supervisors approve; they do not read.",
    decider: "the controller",
    commitments: ["C023", "C024", "C093", "C096"],
  },
  F15: {
    kind: "ambiguity",
    title: "Does a child of four see the opt-out?",
    quotes: [
      { section: 2, words: "Each question will have an opt-out option of 'I don't want to say'" },
      { section: 2, words: "Response options will be given and there will be no free text option" },
    ],
    matters:
      "“Each question” would include those of the youngest children; the list of the 4-5 form does not mention it.",
    meanwhile: "Yes, as a picture to tap.",
    heldBy: ["policy/rules/opt-out-on-every-question.ts", "surveys/form-4-5.ts"],
    decider: "the DPO",
    commitments: ["C054", "C057", "C072"],
  },
  F28: {
    kind: "ambiguity",
    title: "“ILO” is not explained",
    quotes: [{ section: 5, words: "Only aggregate data which is ILO is shared beyond the evidence team" }],
    matters: "The condition for sharing totals beyond the team depends on an abbreviation; perhaps “in line with ONS”.",
    meanwhile: "It is read as: small numbers suppressed, and checked by two people who did not make the table.",
    decider: "the DPO",
    commitments: ["C126"],
  },
  F32: {
    kind: "ambiguity",
    title: "Another impact assessment is cited, without its date",
    quotes: [{ section: 4, words: "the privacy impact assessment (PIA) analysis has concluded" }],
    matters: "If it is this document, it refers to itself. If it is an older one, no one can look it up.",
    meanwhile: "It counts for nothing until its reference is given.",
    decider: "the controller",
    commitments: ["C119"],
  },
  F33: {
    kind: "ambiguity",
    title: "The Department for Education is host, assessor, destroyer and adviser",
    quotes: [
      { section: 2, words: "managed by the DfE infrastructure team" },
      { section: 3, words: "DfE on the design of the survey" },
      { section: 4, words: "the DfE IA Accreditation Team and Departmental Security Officer" },
      { section: 4, words: "Secure deletion of data is managed by the Department for Education" },
    ],
    lookedIn: "All six sections, for a processor's contract with the Department or a joint controllers' arrangement.",
    matters:
      "The Commissioner is independent of the Department. Whether it acts as processor, joint controller or neither (UK GDPR Arts 26 and 28) decides whose instructions bind it.",
    meanwhile: "The Department is named as host, and its role as undecided.",
    decider: "the DPO",
    commitments: ["C015", "C083", "C116"],
  },
  F42: {
    kind: "ambiguity",
    title: "A voluntary survey is called a census",
    quotes: [
      { section: 4, words: "it is a single point in time census of children in England" },
      { section: 2, words: "this is a voluntary online survey" },
    ],
    matters: "Those who chose to answer are not all children, and a table that says “census” would mislead.",
    meanwhile: "Every table that is released says that it shows those who chose to answer.",
    decider: "the controller",
    commitments: ["C062", "C111"],
  },
  F44: {
    kind: "ambiguity",
    title: "Easy read ends at 12, and some who need it are older",
    quotes: [
      { section: 1, words: "easy-read versions of the 6-8 and 9-12 surveys" },
      { section: 1, words: "designed for children and young people with additional needs" },
    ],
    matters: "A young person of 15 who needs easy read has no true age in a form that ends at 12.",
    meanwhile: "Easy read 9-12 offers the ages 9 to 17, and its quality check accepts them.",
    heldBy: ["policy/data/form-scope.ts", "policy/response/quality-flags.ts"],
    decider: "the controller",
    commitments: ["C006"],
  },
} as const satisfies Partial<Record<FindingId, FindingWords>>
