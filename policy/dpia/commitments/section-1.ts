/** What section 1 promises: why the survey is held, what it asks, and that no child is directly identified. */
import { inSection } from "./commitment.ts"

export const section1 = inSection(1, [
  {
    id: "C001",
    quote: "A survey of all children in England",
    rule: "forms-match-the-dpia",
    how: {
      types: "the forms cover ages 4 to 17 and no other",
      people: "statement of scope",
    },
    evidence: "ages in and out of scope (0 to 3 are out: F03)",
  },
  {
    id: "C002",
    quote: "statutory responsibility to protect and promote the rights of children",
    rule: "purpose-and-lawful-basis",
    how: {
      types: "every processing step carries its lawful basis",
      people: "reference to the Children Act 2004",
    },
    evidence: "the lawful basis, at the head of the report",
  },
  {
    id: "C003",
    quote: "aims to ask children directly about the following issues",
    rule: "approved-variables-only",
    how: {
      types: "every question names one of the four stated topics",
      test: "every subjective question has a topic",
    },
    evidence: "table of questions by topic",
  },
  {
    id: "C004",
    quote: "a 10 year plan with annual metrics to monitor progress",
    rule: "retention-reviewed-after-two-years",
    how: {
      test: "metrics are made from released tables, never from rows",
      people: "only aggregates may outlive the review",
    },
    evidence: "aggregate tables retained",
  },
  {
    id: "C005",
    quote: "There will be five surveys available to children in England",
    rule: "forms-match-the-dpia",
    how: { test: "the number of forms is the one registered with the decision on F01" },
    evidence: "five surveys against six forms (F01)",
  },
  {
    id: "C006",
    quote: "easy-read versions of the 6-8 and 9-12 surveys",
    rule: "forms-match-the-dpia",
    how: {
      types: "an easy-read form is derived from its standard form, with its questions, opt-outs and categories",
      test: "parity of each pair",
    },
    evidence: "parity of each pair",
  },
  {
    id: "C007",
    quote: "accessible and inclusive of all age",
    rule: "forms-match-the-dpia",
    how: {
      test: "axe on every page, a journey by keyboard, a submission without script",
      people: "accessibility statement (WCAG 2.2 AA)",
    },
    evidence: "date and result of the accessibility run",
  },
  {
    id: "C008",
    quote: "collected through bespoke survey forms on the CCO website",
    rule: "first-party-only",
    how: {
      runtime: "a content security policy of this site alone, and a same-origin check at the door",
      test: "the built pages name no other host",
    },
    evidence: "external hosts: 0",
  },
  {
    id: "C009",
    quote: "will not collect or process any directly identifiable information from children",
    rule: "no-direct-identifiers",
    how: {
      types: "the data categories have no identifier among them, so no question can name one",
      schema: "an unknown key is refused, not stripped",
      database: "STRICT tables with fixed columns",
      test: "field names and wording are searched for identifiers; detectors run on fixtures",
    },
    evidence: "columns held, each with its category",
  },
  {
    id: "C010",
    quote: "the collection of special category data such (as ethnicity)",
    rule: "purpose-and-lawful-basis",
    how: {
      types: "a special category question carries its Art 9 condition",
      test: "a question without one does not compile",
    },
    evidence: "register of special category data",
  },
  {
    id: "C011",
    quote: "where sample sizes are very small",
    rule: "small-cells-suppressed",
    how: {
      runtime: "threshold, secondary suppression and audit before release",
      test: "property tests",
    },
    evidence: "cells suppressed in each table, and the audit's verdict",
  },
  {
    id: "C012",
    quote: "enable a motivated individual to identify a particular child",
    rule: "small-cells-suppressed",
    how: {
      test: "a scan for records that are unique in age, gender, ethnicity and local authority",
      people: "motivated-intruder test, dated, by whom",
    },
    evidence: "share of records unique in those four (banded)",
  },
  {
    id: "C013",
    quote: "the ICO recommends a DPIA is completed",
    rule: "dpia-signed-off",
    how: { runtime: "collection opens only with advice and approvals recorded for this version of the DPIA" },
    evidence: "version, SHA-256 and sign-offs",
  },
])
