/** What is decided about tables on their way out: who proposed, checked and released which; their counts lie apart. */
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
    what: "Each table that was proposed: its author, title, cut and dimensions; no count",
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
    what: "Each decision to publish finer than a region: who took it, why and when",
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
    what: "Which tables were released, by whom, with the digests of their audit and of what was published",
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
