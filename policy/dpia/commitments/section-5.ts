/** What section 5 promises against the identified risks: re-identification, publication, transfer. */
import { inSection } from "./commitment.ts"

export const section5 = inSection(5, [
  {
    id: "C123",
    quote: "will not collect any personal identifiers such as name, address or date of birth",
    rule: "no-direct-identifiers",
    sameAs: "C009",
  },
  {
    id: "C124",
    quote: "does not possess other information on the identities of children",
    rule: "no-direct-identifiers",
    how: { people: "attestation" },
  },
  {
    id: "C125",
    quote: "appropriate responsible for information training",
    rule: "evidence-team-only",
    sameAs: "C094",
  },
  {
    id: "C126",
    quote: "Only aggregate data which is ILO is shared beyond the evidence team",
    rule: "aggregates-only-beyond-the-team",
    sameAs: "C103",
    evidence: '"ILO" is not defined (F28)',
  },
  {
    id: "C127",
    quote: "Published analysis will be national or regional",
    rule: "aggregates-only-beyond-the-team",
    how: {
      types: "a publication's geography is England or one of its nine regions",
      test: "a table by local authority does not compile",
    },
    evidence: "geography of each table",
  },
  {
    id: "C128",
    quote: "Counts suppressed in line with ONS disclosure control procedures",
    rule: "small-cells-suppressed",
    how: {
      runtime: "threshold with its source, secondary suppression, audit, differencing across tables",
      database: "no release without the audit's digest",
      test: "property and mutation tests",
    },
    evidence: "rule used, cells suppressed, verdict (F19)",
  },
  {
    id: "C129",
    quote: "in line with ONS approved researcher training",
    rule: "outputs-checked",
    how: {
      runtime: "two checkers, neither of them the author",
      database: "the same, by CHECK",
    },
    evidence: "who checked, and when",
  },
  {
    id: "C130",
    quote: "downloaded directly from this server to a restricted CCO folder",
    rule: "web-server-emptied-at-close",
    how: { runtime: "one command exports, with a digest at both ends" },
    evidence: "chain of custody",
  },
  {
    id: "C131",
    quote: "will not leave DfE secure systems during transfer",
    rule: "web-server-emptied-at-close",
    how: { people: "statement of the route" },
    evidence: "at odds with the processor's extracts (F11)",
  },
  {
    id: "C132",
    quote: "will not be shared or transferred to any other organisations",
    rule: "raw-data-never-shared",
    sameAs: "C026",
    evidence: "finding F10",
  },
  {
    id: "C133",
    quote: "Children identifiable in publication",
    rule: "dpia-signed-off",
    evidence: "risk register: level before and after, accepted or not, the rules and their verdicts",
  },
])
