/** What section 2 promises of context and purposes: what children are told, and what their answers are for. */
import { inSection } from "./commitment.ts"

export const section2Context = inSection(2, [
  {
    id: "C071",
    quote: "have particular regard to children who are within section 8A",
    rule: "dpia-signed-off",
    how: { people: "statement of fact" },
  },
  {
    id: "C072",
    quote: "All questions will have this opt-out option",
    rule: "opt-out-on-every-question",
    sameAs: "C054",
    how: { test: "free text, the parent's part and easy read are among them" },
  },
  {
    id: "C073",
    quote: "clear, age-appropriate language how the data will be used",
    rule: "privacy-information-first",
    how: {
      types: "every form has the privacy text of its age band",
      test: "reading grade of each band; the same facts in all",
    },
    evidence: "version of the text, reading grade, last review",
  },
  {
    id: "C074",
    quote: "before progressing with the survey",
    rule: "privacy-information-first",
    how: {
      runtime: "the first page comes before question 1, and a deep link leads back to it",
      test: "every route",
    },
  },
  {
    id: "C075",
    quote: "not be possible to give children and young people ongoing control",
    rule: "responses-are-anonymous-and-final",
    how: { people: "statement of rights (Art 11, Art 12(2))" },
    evidence: "table of rights",
  },
  {
    id: "C076",
    quote: "unable to locate and identify the data associated with a particular child",
    rule: "responses-are-anonymous-and-final",
    how: {
      types: "the receipt is `{ accepted: true }` and nothing more",
      database: "random keys, no order of arrival, the day alone",
      test: "nothing returned or logged can find a row",
    },
    evidence: "check of linkability",
  },
  {
    id: "C077",
    quote: "results will be checked by manual coding of a large sample",
    rule: "free-text-cleaned-before-analysis",
    how: { runtime: "a seeded sample, its size a parameter, recorded" },
    evidence: "size of the sample, agreement (kappa)",
  },
  {
    id: "C078",
    quote: "no relevant issues of public concern or security flaws",
    rule: "dpia-signed-off",
    how: { people: "dated, and asserted anew at each review" },
    evidence: "age of the claim",
  },
  {
    id: "C079",
    quote: "advocate for changes in policies and services",
    rule: "purpose-and-lawful-basis",
    how: { types: "one of the stated purposes" },
    evidence: "list of purposes",
  },
  {
    id: "C080",
    quote: "form the basis of its strategy and business plan",
    rule: "purpose-and-lawful-basis",
    how: { types: "a stated purpose once F12 is decided" },
    evidence: "finding F12",
  },
])
