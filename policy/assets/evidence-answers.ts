/** Where a child's answers are kept after transfer: two years, then review; words of the child's own apart from the rest. */
import { extractCategories } from "../extract/extract-draft.ts"
import { defineAsset } from "./define-asset.ts"

const ours = {
  owner: "director-of-evidence",
  location: "secure-network",
  retention: "two-years-then-review",
} as const
const table = { ...ours, kind: "table", store: "evidence" } as const

/** The same as an extract may hold: words of the child's own lie apart, and the postcode nowhere. */
const answers = extractCategories

export const answerAssets = [
  defineAsset({
    ...ours,
    id: "evidence",
    kind: "store",
    what: "What children answered, and what was decided, by which role and when",
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
      "withheld-count",
    ],
  }),
  defineAsset({
    ...table,
    id: "evidence-responses",
    what: "One row a response: its day, form, matched place, answers and doubts; no words of the child's own",
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
    what: "Words of the child's own, uncleaned; they go when a person has cleaned them",
    table: "quarantine",
    categories: ["free-text", "random-key", "question-list"],
    columns: { response: "random-key", question: "question-list", words: "free-text" },
  }),
  defineAsset({
    ...table,
    id: "evidence-transferred",
    what: "Digests of the sealed rows of a day that is being transferred, dropped with the day; linked to no response",
    table: "transferred",
    retention: "until-transfer",
    categories: ["row-digest", "day-of-receipt"],
    columns: { digest: "row-digest", day: "day-of-receipt" },
  }),
  defineAsset({
    ...table,
    id: "evidence-answer-sets",
    what: "Digests of whole answer sets of a day that is being transferred, to see the same ones come again; dropped with the day",
    table: "answer_set",
    retention: "until-transfer",
    categories: ["row-digest", "day-of-receipt"],
    columns: { digest: "row-digest", day: "day-of-receipt" },
  }),
  defineAsset({
    ...table,
    id: "evidence-proposal-cells",
    what: "Every cell of each proposed table, the counts that are withheld among them: confidential, as answers are",
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
    what: "Why each proposed table may be published: from it withheld counts follow, so that it is as confidential as they are",
    table: "proposal_proof",
    categories: ["withheld-count", "decision-record"],
    columns: { proposal: "decision-record", witnesses: "withheld-count" },
  }),
] as const
