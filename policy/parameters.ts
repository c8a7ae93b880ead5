/** Lists the numbers on which promises depend, each with its value, its first day and its source; one line changes one. */
import type { ClearanceLevel } from "./data/role.ts"

export interface Parameter<T> {
  /** In plain words, for the report. */
  readonly what: string
  readonly value: T
  readonly unit?: "days" | "years" | "people" | "responses" | "characters"
  /** The civil date from which it holds. */
  readonly from: string
  readonly source: string
}

const securityCheck: ClearanceLevel = "security-check"

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
    what: "The largest share of small cells in a table that may be released, zeros left out",
    value: 0.25,
    from: "2026-11-22",
    source:
      "UK GDPR Art 5(1)(c): a table with more withheld is less useful than a coarser one; no number is given (F19)",
  },
  outputCheckers: {
    what: "The number of people, other than its author, who must check a table before it is released",
    value: 2,
    unit: "people",
    from: "2026-11-22",
    source: "DPIA section 5: “in line with ONS approved researcher training”",
  },
  evidenceTeam: {
    what: "The largest number of people who may read answers without an alert",
    value: 5,
    unit: "people",
    from: "2021-04-19",
    source: "DPIA section 2: “roughly 5 members of staff” (F13)",
  },
  trainingValidity: {
    what: "How long training for handling sensitive data is valid",
    value: 1,
    unit: "years",
    from: "2026-11-22",
    source: "DPIA section 4: “appropriate civil service training for handling sensitive data”, with no term: a year",
  },
  manualCodingSample: {
    what: "The number of responses that are coded by hand to check the software",
    value: 1000,
    unit: "responses",
    from: "2026-11-22",
    source: "DPIA section 2: “a large sample of responses”, with no number: 1,000 measures to about 3 points in 100",
  },
  auditedTexts: {
    what: "The number of clean texts that people read before any text that only the detector cleaned is released",
    value: 3000,
    from: "2026-12-01",
    source: "UK GDPR Art 5(1)(f): no leak in 3,000 texts bounds leaks at 0.1 % with 95 % confidence",
  },
  dayKeyLife: {
    what: "How long one public key seals answers",
    value: 1,
    unit: "days",
    from: "2026-11-22",
    source: "UK GDPR Art 32(1)(a): one lost key opens one day's answers",
  },
  dayKeysAhead: {
    what: "The number of days for which keys are made ahead",
    value: 7,
    unit: "days",
    from: "2026-11-22",
    source: "UK GDPR Art 32(1)(b): a week in which the keeper may be down without a child being turned away",
  },
  tokenLife: {
    what: "How long a retry of the same form is recognised",
    value: 7,
    unit: "days",
    from: "2026-11-22",
    source: "UK GDPR Art 5(1)(e): a retry is harmless for a week; longer would keep a link",
  },
  waitingKeyLife: {
    what: "How long a survey that was finished without a network may wait, sealed, on its device",
    value: 7,
    unit: "days",
    from: "2026-12-01",
    source: "UK GDPR Art 5(1)(e) and 32(1)(a): a week without internet, and no longer than a retry is recognised",
  },
  longestPostcode: {
    what: "The longest text that is accepted as a postcode, with any words around it",
    value: 40,
    unit: "characters",
    from: "2026-11-22",
    source: "UK GDPR Art 5(1)(c): enough for a typing error, not for an address",
  },
  longestOwnWords: {
    what: "The longest text that is accepted with “other”",
    value: 200,
    unit: "characters",
    from: "2026-11-22",
    source: "UK GDPR Art 5(1)(c): enough for a phrase, not for a story",
  },
  waiverLife: {
    what: "The longest period of a waiver",
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
  complaintRetention: {
    what: "How long a complaint is kept before the clock removes it",
    value: 2,
    unit: "years",
    from: "2026-12-01",
    source: "UK GDPR Art 5(1)(e): as long as answers are kept before their review; no law gives a term",
  },
  longestComplaint: {
    what: "The longest text that is accepted as a complaint, or written back to its sender",
    value: 2000,
    unit: "characters",
    from: "2026-12-01",
    source: "UK GDPR Art 5(1)(c): about a page; more can follow under another reference",
  },
  clearanceNeeded: {
    what: "The lowest clearance that work with answers needs",
    value: securityCheck,
    from: "2026-11-22",
    source: "DPIA section 4: “the appropriate level of security clearance”, with no level: the strict reading",
  },
  reviewPeriod: {
    what: "How long a retention review may take before reading stops and destruction falls due",
    value: 30,
    unit: "days",
    from: "2026-11-22",
    source: "DPIA section 2: “data assets are reviewed, and a decision is made”, with no term: a month",
  },
  reviewNotice: {
    what: "How long before a retention review falls due it is announced",
    value: 90,
    unit: "days",
    from: "2026-12-01",
    source:
      "DPIA section 2: “data assets are reviewed, and a decision is made”, with no notice: a quarter to prepare it",
  },
  clockJump: {
    what: "How far the clock may move between two looks before a person must confirm the date",
    value: 14,
    unit: "days",
    from: "2026-12-01",
    source: "UK GDPR Art 5(1)(f): a wrong clock must destroy no answers; a fortnight covers a service that was off",
  },
  extractLife: {
    what: "The longest period for which the processor may keep an extract",
    value: 7,
    unit: "days",
    from: "2026-11-22",
    source: "DPIA section 2: “routine service maintenance”, with no term (F11): a week",
  },
  workingCopyLife: {
    what: "The longest period for which a working copy of answers may exist",
    value: 90,
    unit: "days",
    from: "2026-12-01",
    source: "UK GDPR Art 5(1)(e): no longer than is necessary; the DPIA names no term: three months",
  },
} as const satisfies Record<string, Parameter<unknown>>
