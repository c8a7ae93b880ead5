/** Lists the assets that hold answers after transfer: two years, then review, with free text apart from the rest. */
import { extractCategories } from "../../custody/extract-draft.ts"
import { defineAsset } from "./define-asset.ts"

const ours = {
  owner: "director-of-evidence",
  location: "secure-network",
  retention: "two-years-then-review",
} as const
const table = { ...ours, kind: "table", store: "evidence" } as const

/** As in an extract: free text is stored apart, and the postcode is stored nowhere. */
const answers = extractCategories

export const answerAssets = [
  defineAsset({
    ...ours,
    id: "evidence",
    kind: "store",
    what: "Answers, and decisions with their roles and days",
    categories: [
      ...answers,
      "free-text",
      "matched-place",
      "quality-flag",
      "form",
      "day-of-receipt",
      "random-key",
      "row-digest",
      "question-list",
      "decision-record",
      "reason",
      "staff-record",
      "schema-history",
      "settings",
      "withheld-count",
    ],
  }),
  defineAsset({
    ...table,
    id: "evidence-responses",
    what: "One row for each response: day, form, matched place, answers and quality flags; no free text",
    table: "kept_response",
    categories: [...answers, "matched-place", "quality-flag", "form", "day-of-receipt", "random-key"],
    columns: {
      id: "random-key",
      day: "day-of-receipt",
      form: "form",
      place: "matched-place",
      local_authority: "matched-place",
      region: "matched-place",
      imd_decile: "matched-place",
      lsoa: "matched-place",
      answers: "opinion",
      flags: "quality-flag",
    },
  }),
  defineAsset({
    ...table,
    id: "evidence-quarantine",
    what: "Free text before cleaning; deleted once a person has cleaned it",
    table: "quarantine",
    categories: ["free-text", "random-key", "question-list"],
    columns: { response: "random-key", question: "question-list", words: "free-text" },
  }),
  defineAsset({
    ...table,
    id: "evidence-scanned-texts",
    what: "What the detector or a reviewer decided of each free text, with its cleaned words; deleted with the free text",
    table: "scanned_text",
    categories: ["free-text", "random-key", "question-list", "decision-record"],
    columns: {
      response: "random-key",
      question: "question-list",
      state: "decision-record",
      detector: "decision-record",
      risk: "decision-record",
      because: "decision-record",
      concerns: "free-text",
      cleaned: "free-text",
    },
  }),
  defineAsset({
    ...table,
    id: "evidence-cleaned-texts",
    what: "Free text after cleaning, released to the evidence team; the words it was made of are destroyed",
    table: "cleaned_text",
    categories: ["free-text", "random-key", "question-list", "decision-record"],
    columns: {
      response: "random-key",
      question: "question-list",
      words: "free-text",
      detector: "decision-record",
      cleaned_by: "decision-record",
      released_on: "decision-record",
    },
  }),
  defineAsset({
    ...table,
    id: "evidence-transferred",
    what: "Digests of the sealed rows of a day that is being transferred, linked to no response; deleted after the transfer",
    table: "transferred",
    retention: "until-transfer",
    categories: ["row-digest", "day-of-receipt"],
    columns: { digest: "row-digest", day: "day-of-receipt" },
  }),
  defineAsset({
    ...table,
    id: "evidence-answer-sets",
    what: "Digests of whole answer sets of a day that is being transferred, which show a repeat; deleted after the transfer",
    table: "answer_set",
    retention: "until-transfer",
    categories: ["row-digest", "day-of-receipt"],
    columns: { digest: "row-digest", day: "day-of-receipt" },
  }),
  defineAsset({
    ...table,
    id: "evidence-proposal-cells",
    what: "Every cell of each proposed table, withheld counts included: as confidential as answers",
    table: "proposal_cell",
    categories: ["withheld-count", "random-key", "decision-record", "question-list"],
    columns: {
      proposal: "decision-record",
      place: "decision-record",
      labels: "question-list",
      responses: "withheld-count",
      published: "decision-record",
      records_key: "random-key",
    },
  }),
  defineAsset({
    ...table,
    id: "evidence-proposal-proofs",
    what: "The proof that each proposed table is safe: as confidential as the withheld counts, which follow from it",
    table: "proposal_proof",
    categories: ["withheld-count", "decision-record"],
    columns: { proposal: "decision-record", witnesses: "withheld-count" },
  }),
] as const
