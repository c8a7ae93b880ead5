/** Lists where the DPIA is silent on a point that it should cover. */
import type { FindingWords } from "./finding.ts"
import type { FindingId } from "./finding-id.ts"

export const gaps = {
  F07: {
    kind: "gap",
    title: "Parents answer too, and the document does not describe them",
    quotes: [
      { section: 2, words: "Parental perceptions on what will be important in the future for their child" },
      { section: 2, words: "The subjects of the data collection do include children and vulnerable groups" },
    ],
    matters: "A parent who answers is a data subject, with a right to a notice that gives the lawful basis.",
    meanwhile: "The 4-5 form does not compile without a notice for the parent.",
    heldBy: ["policy/rules/privacy-information-first.ts", "surveys/privacy-information/4-5.ts"],
    decider: "the controller",
    commitments: ["C056"],
  },
  F08: {
    kind: "gap",
    title: "A school can reveal a secure unit, and the document has no measure against it",
    quotes: [{ section: 2, words: "it would be possible to identify the unit a child is in" }],
    lookedIn: "Section 5, for a mitigation of this risk.",
    matters: "The document names the danger and then leaves it. For these children, their whereabouts matter most.",
    meanwhile: "A child who is, or may be, in a secure setting is never asked for a school.",
    heldBy: ["policy/rules/no-school-in-secure-settings.ts", "policy/data/asked-when.ts"],
    decider: "the controller, with the DPO",
    commitments: ["C052", "C066"],
  },
  F17: {
    kind: "gap",
    title: "Some answers hint at an offence, and the document gives no condition for them",
    quotes: [
      { section: 2, words: "does it include special category or criminal offence data?" },
      { section: 2, words: "a youth offending team" },
      { section: 2, words: "a young offender institution" },
    ],
    lookedIn: "Sections 2 and 4, for an answer to that question and for a condition under Article 10.",
    matters:
      "Criminal offence data is read broadly: allegations and suspicion count. It needs UK GDPR Art 10 with DPA 2018, sections 10 and 11 and Schedule 1. The form's own prompt asks; the document does not answer.",
    meanwhile: "These answers are marked, and live stays shut until a condition or a waiver is recorded.",
    heldBy: ["surveys/characteristics/condition.ts", "policy/deployment/opening.ts"],
    decider: "the controller, with the DPO",
    commitments: ["C050"],
  },
  F18: {
    kind: "gap",
    title: "The conditions relied on need a policy document that is not mentioned",
    quotes: [
      { section: 4, words: "Schedule 1, Part 2(6), 'statutory and government purposes'" },
      { section: 4, words: "Schedule 1, Part 2(8), 'equality of opportunity or treatment'" },
    ],
    lookedIn: "All six sections, for an appropriate policy document.",
    matters:
      "Under DPA 2018, Schedule 1, paragraph 5, these conditions are met only if the controller has an appropriate policy document. Without one, nothing about ethnicity or health may be asked.",
    meanwhile:
      "Live stays shut until the document's reference is recorded. This cannot be waived: the law allows no such waiver.",
    heldBy: ["policy/dpia/sign-off.ts", "policy/deployment/opening.ts"],
    decider: "the controller",
    commitments: ["C099", "C100"],
  },
  F19: {
    kind: "gap",
    title: "Small numbers must be suppressed, and the document names no threshold",
    quotes: [{ section: 5, words: "Counts suppressed in line with ONS disclosure control procedures" }],
    lookedIn: "Sections 4 and 5, for a threshold, a rule for zeros and a rule for totals that give a cell away.",
    matters: "Without a threshold, no one can decide whether a table may be published.",
    meanwhile:
      "The threshold is ten, as in secure research services, with more cells withheld where totals would reveal one. Zeros are published unless they reveal a whole group.",
    heldBy: ["policy/parameters.ts"],
    decider: "the controller, with the DPO",
    commitments: ["C128"],
  },
  F20: {
    kind: "gap",
    title: "A child may write about harm, and the document names no one to act on it",
    quotes: [
      { section: 2, words: "how things are at home" },
      { section: 2, words: "including free text response questions" },
    ],
    lookedIn: "All six sections, for the action to take when an answer describes harm.",
    matters:
      "The Commissioner cannot know who wrote it. A child who asks for help in an answer must at least be shown where help is.",
    meanwhile:
      "Help lines appear on every page that takes the child's own words, and at the end. A decision is still needed on what a reader of such words must do.",
    heldBy: ["src/components/question-page.tsx", "src/components/ending.tsx"],
    decider: "the controller",
    commitments: ["C041"],
  },
  F21: {
    kind: "gap",
    title: "Free text is cleaned, and the document does not mention the raw text",
    quotes: [{ section: 2, words: "remove any information that could amount to identifiable personal data" }],
    lookedIn: "Sections 2 and 4, for the day on which the raw text is destroyed.",
    matters: "A name removed from a copy is still there in the original, for two years.",
    meanwhile: "The raw text is destroyed when its clean version is made.",
    decider: "the controller",
    commitments: ["C042", "C043"],
  },
  F23: {
    kind: "gap",
    title: "Postcodes are destroyed once matched, with no deadline",
    quotes: [
      { section: 2, words: "Once these have been matched in, the home postcode data will be securely destroyed" },
    ],
    lookedIn: "Sections 2 and 4, for a deadline, for postcodes that match nothing, for backups and for extracts.",
    matters: "If the matching never runs, postcodes can be kept for ever.",
    meanwhile:
      "Stricter than the document: a postcode is matched in memory as it arrives and then overwritten, matched or not. It is never stored.",
    heldBy: ["db/geography/match.ts"],
    decider: "the DPO",
    commitments: ["C033", "C035"],
  },
  F25: {
    kind: "gap",
    title: "Three risks are named; at least eight more are not",
    quotes: [
      { section: 5, words: "Re-identification or direct identification of an individual in the data" },
      { section: 5, words: "Children identifiable in publication" },
      { section: 5, words: "Risk in transferring data securely" },
    ],
    lookedIn: "Section 5, for any other line.",
    matters:
      "The document has no line on free text, secure units, extracts, misuse by staff, adults who answer for a child, repeated or automatic answers, failed destruction, or a notice that is not understood.",
    meanwhile: "Each is a proposed line of the risk register, with the rules that reduce it and no level yet.",
    heldBy: ["policy/dpia/risks.ts"],
    decider: "the DPO",
    commitments: ["C133"],
  },
  F26: {
    kind: "gap",
    title: "No one has approved the measures or accepted the risks",
    quotes: [
      { section: 6, words: "Measures approved by:" },
      { section: 6, words: "Residual risks approved by:" },
    ],
    lookedIn: "Section 6: both are blank, and the document's sign-off has no date.",
    matters: "A name, a position and a date show that the assessment came before the processing (UK GDPR Art 35(1)).",
    meanwhile: "Live stays shut until the approvals are recorded, or a named person waives them until a given day.",
    heldBy: ["policy/dpia/sign-off.ts", "policy/deployment/opening.ts"],
    decider: "the controller's accountable officer",
    commitments: ["C134", "C135", "C136"],
  },
  F27: {
    kind: "gap",
    title: "No one is named to review the assessment, and no review is planned",
    quotes: [{ section: 6, words: "If overruled, you must explain your" }],
    lookedIn:
      "Section 6, which ends with the row on the DPO's advice. The regulator's template goes on with “Consultation responses reviewed by” and “This DPIA will be kept under review by”; both rows are missing.",
    matters: "A DPIA is reviewed when risks change (UK GDPR Art 35(11)). Without an owner, no one does it.",
    meanwhile: "The DPO is reminded each year.",
    heldBy: ["policy/parameters.ts"],
    decider: "the DPO",
    commitments: ["C139"],
  },
  F30: {
    kind: "gap",
    title: "The document discusses only one of a child's rights, correction",
    quotes: [{ section: 4, words: "the CCO cannot accommodate requests for rectification" }],
    lookedIn: "Sections 2 and 4, for access, erasure, restriction, objection, and the argument of Article 11.",
    matters:
      "The right to object applies to a public task (UK GDPR Art 21). Where a right cannot be met because no one can be identified, the notice must say so.",
    meanwhile:
      "Every notice says what can and cannot be done after an answer is sent, and where to complain. An electronic form takes complaints, sealed and linked to no answer (DPA 2018 s164A).",
    heldBy: ["policy/rules/privacy-information-first.ts"],
    decider: "the DPO",
    commitments: ["C075", "C076", "C114"],
  },
  F35: {
    kind: "gap",
    title: "The document does not say where the data are stored, or from where staff can reach them",
    quotes: [
      { section: 2, words: "hosted on Microsoft" },
      { section: 4, words: "The data will not be shared internationally" },
    ],
    lookedIn: "Sections 2, 4 and 5, for a region and for access by the host's support staff.",
    matters: "If support staff abroad can reach the data, that may be an international transfer.",
    meanwhile: "The host is asked to state the region; the report shows the statement as missing until it arrives.",
    decider: "the DPO, with the host",
    commitments: ["C016", "C089"],
  },
  F37: {
    kind: "gap",
    title: "The document requires a check that children answered, and gives no method",
    quotes: [{ section: 4, words: "submitted by children and young people on the 6+ forms" }],
    lookedIn: "Section 4, for a method.",
    matters: "In a secure setting, staff may sit with the child. A check that asks for more data would cost privacy.",
    meanwhile: "Doubtful answers are flagged and never deleted for it, and the check asks for no more data.",
    decider: "the controller",
    commitments: ["C108"],
  },
  F39: {
    kind: "gap",
    title: "The document does not name the language software",
    quotes: [{ section: 2, words: "natural language processing to process the qualitative data returned" }],
    lookedIn: "Sections 2 and 4, for the tool and for where it runs.",
    matters: "A hosted service would be one more processor, and perhaps a transfer abroad.",
    meanwhile:
      "Only rules and models that run on the Commissioner's own machines are allowed; no code calls another host.",
    heldBy: ["tests/architecture.test.ts"],
    decider: "the controller",
    commitments: ["C042", "C077"],
  },
  F40: {
    kind: "gap",
    title: "The document has no version, no date and no number",
    quotes: [],
    lookedIn: "All six sections, from the title to the last line.",
    matters: "Later, no one could say which assessment was in force when a child answered.",
    meanwhile: "The SHA-256 of its text is its version, and every approval names the version that it approves.",
    heldBy: ["policy/dpia/document/version.ts", "policy/dpia/sign-off.ts"],
    decider: "the controller",
    commitments: ["C013"],
  },
  F43: {
    kind: "gap",
    title: "Children of 6 to 8 would be asked about young offender institutions",
    quotes: [
      { section: 2, words: "a youth offending team" },
      { section: 2, words: "a young offender institution" },
    ],
    lookedIn: "Section 2, for a list of settings and supports of its own for the youngest children.",
    matters:
      "Criminal responsibility begins at 10, so these answers are never true at 6 to 8. A stray tap would store criminal offence data, and skip the questions about school and postcode (UK GDPR Art 5(1)(c)).",
    meanwhile:
      "The 6-8 forms, easy read too, leave out young offender institution, secure training centre and youth offending team. The forms from 9-12 on offer them.",
    heldBy: ["policy/data/approved-variables.ts", "policy/rules/forms-match-the-dpia.ts"],
    decider: "the controller, with the DPO",
    commitments: ["C050"],
  },
  F45: {
    kind: "gap",
    title: "Surveys that are finished without internet wait on a school's device, and the document is silent",
    quotes: [{ section: 1, words: "collected through bespoke survey forms on the CCO website" }],
    lookedIn: "Sections 1, 2 and 4, for answers on a device before they reach the web server.",
    matters:
      "A device that the Commissioner does not control would hold answers for days, special category data among them (UK GDPR Art 5(1)(e), 5(1)(f) and 32).",
    meanwhile:
      "Only class mode keeps a finished survey. It is sealed at once to a key of our own server, nobody can read it on the device, and it waits seven days at most, and never beyond close.",
    heldBy: ["src/browser/class/seal-survey.ts", "db/keys/waiting-keys.ts"],
    decider: "the controller, with the DPO",
  },
} as const satisfies Partial<Record<FindingId, FindingWords>>
