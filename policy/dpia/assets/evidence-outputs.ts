/** Lists the assets that record who proposed, checked and released each table; the counts are stored apart. */
import { defineAsset } from "./define-asset.ts"

const table = {
  owner: "director-of-evidence",
  location: "secure-network",
  retention: "life-of-the-project",
  kind: "table",
  store: "evidence",
} as const

export const outputAssets = [
  defineAsset({
    ...table,
    id: "evidence-proposals",
    what: "Each proposed table: author, title, request and dimensions; no count",
    table: "proposal",
    categories: ["decision-record", "staff-record", "question-list"],
    columns: {
      id: "decision-record",
      author: "staff-record",
      title: "decision-record",
      cut: "decision-record",
      geographies: "decision-record",
      dimensions: "question-list",
      hierarchies: "question-list",
      proposed_on: "decision-record",
      widened_by: "decision-record",
    },
  }),
  defineAsset({
    ...table,
    id: "evidence-widenings",
    what: "Each geography exception: who granted it, why and when",
    table: "widening",
    categories: ["decision-record", "staff-record", "reason"],
    columns: {
      id: "decision-record",
      geography: "decision-record",
      because: "reason",
      person: "staff-record",
      role: "staff-record",
      decided_on: "decision-record",
    },
  }),
  defineAsset({
    ...table,
    id: "evidence-output-checks",
    what: "Who checked which proposed table, and when",
    table: "output_check",
    categories: ["decision-record", "staff-record"],
    columns: { proposal: "decision-record", person: "staff-record", checked_on: "decision-record" },
  }),
  defineAsset({
    ...table,
    id: "evidence-table-releases",
    what: "Each released table: who released it, with the digests of its audit and of the published table",
    table: "table_release",
    categories: ["decision-record", "staff-record"],
    columns: {
      place: "decision-record",
      proposal: "decision-record",
      approver: "staff-record",
      audit: "decision-record",
      digest: "decision-record",
      released_on: "decision-record",
    },
  }),
] as const
