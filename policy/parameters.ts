/** The numbers the promises turn on: each with its value, from when it holds, and its source; changing one is one line. */
import { custodyParameters } from "./custody-parameters.ts"
export interface Parameter<T> {
  /** In plain words, for the report. */
  readonly what: string
  readonly value: T
  readonly unit?: "days" | "years" | "people" | "responses" | "characters"
  /** The civil date from which it holds. */
  readonly from: string
  readonly source: string
}

export const parameters = {
  /** Civil dates in Europe/London, both inclusive. */
  collectionWindow: {
    what: "First and last day of the collection that the DPIA describes",
    value: { opens: "2021-04-19", closes: "2021-05-19" },
    from: "2021-04-19",
    source: "DPIA section 2: “from 19/04/21 until 19/05/21” (F04)",
  },
  retention: {
    what: "How long answers are kept before they are reviewed",
    value: 2,
    unit: "years",
    from: "2021-04-19",
    source: "DPIA section 2: “retain data for 2 years after it has been collected” (F02, F05)",
  },
  threshold: {
    what: "The smallest count that a published table shows",
    value: 10,
    from: "2026-11-22",
    source: "ONS Secure Research Service (SRS), output checking, version 1.1 (2022); the DPIA names no number (F19)",
  },
  suppressZeros: {
    what: "Whether a zero is suppressed as a small count is",
    value: false,
    from: "2026-11-22",
    source: "SRS practice, unless a zero reveals a whole group; UK LLC suppresses zeros too (F19)",
  },
  mostSmallCells: {
    what: "The largest share of a table's cells, zeros left out, that may be small if it is to be released",
    value: 0.25,
    from: "2026-11-22",
    source:
      "UK GDPR Art 5(1)(c): a table of which more is withheld tells less than a coarser one; no number is given (F19)",
  },
  outputCheckers: {
    what: "Who must check a table before it is released, none of them its author",
    value: 2,
    unit: "people",
    from: "2026-11-22",
    source: "DPIA section 5: “in line with ONS approved researcher training”",
  },
  evidenceTeam: {
    what: "How many may read answers before an alert is raised",
    value: 5,
    unit: "people",
    from: "2021-04-19",
    source: "DPIA section 2: “roughly 5 members of staff” (F13)",
  },
  trainingValidity: {
    what: "How long training for handling sensitive data counts",
    value: 1,
    unit: "years",
    from: "2026-11-22",
    source: "DPIA section 4: “appropriate civil service training for handling sensitive data”, with no term: a year",
  },
  manualCodingSample: {
    what: "How many responses are coded by hand to check the software",
    value: 1000,
    unit: "responses",
    from: "2026-11-22",
    source: "DPIA section 2: “a large sample of responses”, with no number: 1,000 measures to about 3 points in 100",
  },
  dayKeyLife: {
    what: "How long one public key seals answers",
    value: 1,
    unit: "days",
    from: "2026-11-22",
    source: "UK GDPR Art 32(1)(a): what one lost key opens is one day",
  },
  dayKeysAhead: {
    what: "How many days' keys are made ahead",
    value: 7,
    unit: "days",
    from: "2026-11-22",
    source: "UK GDPR Art 32(1)(b): a week in which the keeper may be down without a child being turned away",
  },
  tokenLife: {
    what: "How long a sent form can be told from one sent again",
    value: 7,
    unit: "days",
    from: "2026-11-22",
    source: "UK GDPR Art 5(1)(e): a retry is harmless for a week; longer would keep a link",
  },
  longestPostcode: {
    what: "The most that is taken as a postcode, with whatever is written around it",
    value: 40,
    unit: "characters",
    from: "2026-11-22",
    source: "UK GDPR Art 5(1)(c): room for a slip, not for an address",
  },
  longestOwnWords: {
    what: "The most that is taken beside “other”",
    value: 200,
    unit: "characters",
    from: "2026-11-22",
    source: "UK GDPR Art 5(1)(c): room for a phrase, not for a story",
  },
  waiverLife: {
    what: "The longest that a finding can be waived",
    value: 1,
    unit: "years",
    from: "2026-11-22",
    source: "UK GDPR Art 35(11): not beyond the next yearly review (F27)",
  },
  dpiaReview: {
    what: "How often the DPO is reminded to review the DPIA",
    value: 1,
    unit: "years",
    from: "2026-11-22",
    source: "UK GDPR Art 35(11); the DPIA has no schedule (F27)",
  },
  complaintAcknowledged: {
    what: "How soon a complaint is acknowledged",
    value: 30,
    unit: "days",
    from: "2026-06-19",
    source: "DPA 2018 s164A, as inserted by the Data (Use and Access) Act 2025 s103 (F30)",
  },
  ...custodyParameters,
} as const satisfies Record<string, Parameter<unknown>>
