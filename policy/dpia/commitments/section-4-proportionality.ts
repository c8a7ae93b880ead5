/** What section 4 promises of compliance and proportionality: purpose, quality, retention, security. */
import { inSection } from "./commitment.ts"

export const section4Proportionality = inSection(4, [
  {
    id: "C105",
    quote: "will not be used for any other purpose beyond the Childhood Commission",
    rule: "purpose-and-lawful-basis",
    how: {
      types: "the purposes are a closed list",
      runtime: "every reading names one",
    },
    evidence: "readings by purpose (F12)",
  },
  {
    id: "C106",
    quote: "tested directly with children and young people as well as sector experts",
    rule: "dpia-signed-off",
    how: { people: "record of the testing" },
  },
  {
    id: "C107",
    quote: "it will be quality assured by the CCO Evidence team",
    rule: "quality-checked-before-analysis",
    how: { types: "analysis takes `Checked` responses alone" },
    evidence: "checked, n of n",
  },
  {
    id: "C108",
    quote: "submitted by children and young people on the 6+ forms",
    rule: "quality-checked-before-analysis",
    how: { runtime: "age within the band, equal answers on one day, patterns: flagged, never silently deleted" },
    evidence: "flags by kind (banded)",
  },
  {
    id: "C109",
    quote: "Checking that the respondent is located in England, where this is possible",
    rule: "quality-checked-before-analysis",
    how: { runtime: "the country, from the match at the door; not for secure settings; never by IP address" },
    evidence: "in England, outside, not checkable (banded)",
  },
  {
    id: "C110",
    quote: "quality checks built-in to minimise the amount of cleaning required",
    rule: "quality-checked-before-analysis",
    how: {
      types: "closed options and ranges",
      schema: "the same",
      test: "property tests",
    },
    evidence: "refused at entry (banded)",
  },
  {
    id: "C111",
    quote: "it is a single point in time census of children in England",
    rule: "responses-are-anonymous-and-final",
    how: { database: "a trigger refuses to change an answer" },
    evidence: "updates: none",
  },
  {
    id: "C112",
    quote: "would not necessarily be with the same children and young people",
    rule: "responses-are-anonymous-and-final",
    how: { test: "no key lasts from one survey to the next" },
  },
  {
    id: "C113",
    quote: "number (e.g., NHS Number)",
    rule: "no-direct-identifiers",
    how: {
      runtime: "free text is searched for NHS numbers and UPNs by their check digits",
      test: "right and wrong check digits",
    },
    evidence: "removals by category (banded)",
  },
  {
    id: "C114",
    quote: "the CCO cannot accommodate requests for rectification",
    rule: "responses-are-anonymous-and-final",
    how: { people: "table of rights; complaints that come by another way than the form (DPA 2018 s164A)" },
    evidence: "complaints received, and acknowledged within 30 days",
  },
  {
    id: "C115",
    quote: "to retain data for years after it has been collected",
    rule: "retention-reviewed-after-two-years",
    evidence: "the number of years is missing here (F02)",
  },
  {
    id: "C116",
    quote: "Secure deletion of data is managed by the Department for Education",
    rule: "retention-reviewed-after-two-years",
    how: { people: "the DfE's certificate, attached by its digest" },
    evidence: "certificate, or that it is missing",
  },
  {
    id: "C117",
    quote: "cannot be used to re-identify a unique individual and can be retained indefinitely",
    rule: "aggregates-only-beyond-the-team",
    how: {
      types: "only an audited `Released` table can be kept for ever",
      runtime: "audited anew when a linked table is added",
    },
    evidence: "tables kept, with verdicts",
  },
  {
    id: "C118",
    quote: "formally assessed and assured as appropriate and proportionate",
    rule: "assets-registered",
    how: { people: "record of the assurance" },
    evidence: "schemes that have ended since (F31)",
  },
  {
    id: "C119",
    quote: "the steps taken are appropriate and adequate",
    rule: "dpia-signed-off",
    how: { people: "reference of the analysis" },
    evidence: "finding F32",
  },
  {
    id: "C120",
    quote: "Data Protection Policy and Information Risk Management Policy",
    rule: "assets-registered",
    how: { people: "versions of both policies" },
    evidence: "those versions",
  },
  {
    id: "C121",
    quote: "a dedicated Data Protection Officer",
    rule: "dpia-signed-off",
    how: { people: "the DPO's contact details are declared" },
    evidence: "how to reach the DPO",
  },
  {
    id: "C122",
    quote: "registered properly in an Information Asset Register",
    rule: "assets-registered",
    how: {
      types: "every table, extract, export and aggregate is declared: owner, category, place, retention",
      test: "every table of the live schema is declared",
    },
    evidence: "the register itself (Art 30)",
  },
])
