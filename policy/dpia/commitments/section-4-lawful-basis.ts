/** What section 4 promises of the lawful basis: the task, the conditions, who may read and who is told. */
import { inSection } from "./commitment.ts"

export const section4LawfulBasis = inSection(4, [
  {
    id: "C084",
    quote: "processing is necessary for the performance of a task",
    rule: "purpose-and-lawful-basis",
    how: { types: "Art 6(1)(e), with its text and the day from which it is in force" },
    evidence: "lawful basis, and version of its text (F29)",
  },
  {
    id: "C085",
    quote: "will be targeted to reach underrepresented groups",
    rule: "dpia-signed-off",
    how: { people: "reach is analysed on aggregates alone" },
  },
  {
    id: "C086",
    quote: "Each child characteristic being collected has a clear purpose and benefit",
    rule: "approved-variables-only",
    how: {
      types: "every characteristic has a purpose and a benefit",
      test: "neither is empty or used twice",
    },
    evidence: "table of purposes",
  },
  {
    id: "C087",
    quote: "The data collection has been piloted",
    rule: "dpia-signed-off",
    how: { people: "record of the pilot" },
    evidence: "its date",
  },
  {
    id: "C088",
    quote: "the final variable set has been determined to be proportionate",
    rule: "approved-variables-only",
    how: {
      test: "the variable set's digest is pinned to this version of the DPIA; a change fails until it is reviewed",
    },
    evidence: "digest of the variable set",
  },
  {
    id: "C089",
    quote: "The data will not be shared internationally",
    rule: "raw-data-never-shared",
    how: {
      runtime: "the application calls no other host",
      people: "the host's letter on region",
    },
    evidence: "outbound calls: none",
  },
  {
    id: "C090",
    quote: "no plans to share the individual level data with any other organisation",
    rule: "raw-data-never-shared",
    sameAs: "C026",
  },
  {
    id: "C091",
    quote: "where there is an appropriate legal gateway to do so",
    rule: "raw-data-never-shared",
    how: { types: "no function shares; one would need a gateway, proportionality, necessity and a newer notice" },
    evidence: "shares: none",
  },
  {
    id: "C092",
    quote: "this will be reflected in our privacy notice",
    rule: "privacy-information-first",
    how: { test: "a share without a newer notice fails" },
    evidence: "version of the notice",
  },
  {
    id: "C093",
    quote: "limited to staff who are working on the project team",
    rule: "evidence-team-only",
    how: { runtime: "a grant names its project and its dates" },
    evidence: "finding F13",
  },
  {
    id: "C094",
    quote: "appropriate civil service training for handling sensitive data",
    rule: "evidence-team-only",
    how: {
      runtime: "the expiry of training is checked at grant and at use",
      database: "the date of training is required",
      test: "a test clock passes the expiry",
    },
    evidence: "dates of training by role",
  },
  {
    id: "C095",
    quote: "passed the appropriate level of security clearance",
    rule: "evidence-team-only",
    how: {
      runtime: "checked at grant and at use",
      database: "level and expiry are required",
    },
    evidence: "valid clearances, n of n",
  },
  {
    id: "C096",
    quote: "under supervision from the Head of Data Science and the Director of Evidence",
    rule: "evidence-team-only",
    how: { types: "release and destruction need a second person, who supervises" },
    evidence: "who approved what",
  },
  {
    id: "C097",
    quote: "ethnicity (in broad ethnic groups) and mental health",
    rule: "approved-variables-only",
    how: {
      types: "ethnicity is a closed list of broad groups, without free text",
      test: "the options are those of the list",
    },
    evidence: "mental health is not in section 2's list (F16)",
  },
  {
    id: "C098",
    quote: "processing is necessary for reasons of substantial public interest",
    rule: "purpose-and-lawful-basis",
    how: {
      types: "Art 9(2)(g) comes with Schedule 1 paragraphs and a policy document, or as unsettled",
      runtime: "unsettled keeps live shut",
    },
    evidence: "conditions relied on (F18, F29)",
  },
  {
    id: "C099",
    quote: "Schedule 1, Part 2(6), 'statutory and government purposes'",
    rule: "purpose-and-lawful-basis",
    how: {
      types: "one of the conditions that can be named",
      people: "the reasoning",
    },
  },
  {
    id: "C100",
    quote: "Schedule 1, Part 2(8), 'equality of opportunity or treatment'",
    rule: "purpose-and-lawful-basis",
    how: { types: "a condition open only to the categories that paragraph 8 lists" },
  },
  {
    id: "C101",
    quote: "whether the survey has adequately reached minority and vulnerable groups",
    rule: "purpose-and-lawful-basis",
    how: { types: "the purpose stated for ethnicity" },
  },
  {
    id: "C102",
    quote: "will not be linked to any individual level data",
    rule: "purpose-and-lawful-basis",
    how: { test: "no key leads from special category data to another data set" },
    evidence: "how it is read (F14)",
  },
  {
    id: "C103",
    quote: "except in aggregate, disclosure controlled, statistical tables",
    rule: "aggregates-only-beyond-the-team",
    how: {
      types: "publishing takes `Released`, made only by suppression and two checks",
      test: "anything else does not compile",
    },
    evidence: "released tables",
  },
  {
    id: "C104",
    quote: "'consent' is not the appropriate lawful basis",
    rule: "privacy-information-first",
    how: { test: "no form asks for consent, in words or by a box" },
    evidence: "check of the wording",
  },
])
