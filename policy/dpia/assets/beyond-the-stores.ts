/** Lists the assets outside the two stores: keys, backups, extracts, the print-out of a rehearsal and released tables. */
import { extractCategories } from "../../custody/extract-draft.ts"
import type { Asset } from "../../data/asset.ts"
import { dataCategories } from "../../data/category.ts"
import { defineAsset } from "./define-asset.ts"

const sealedBatches = [
  ...extractCategories,
  "free-text",
  "matched-place",
  "quality-flag",
  "form",
  "day-of-receipt",
  "random-key",
] as const

const sealedCopies = [
  ...sealedBatches,
  "sealed-answers",
  "token-hash",
  "row-digest",
  "decision-record",
  "reason",
  "staff-record",
  "withheld-count",
] as const

export const assetsBeyondTheStores = [
  defineAsset({
    id: "day-keys",
    kind: "store",
    what: "The key pair of each day, which only the keeper holds",
    owner: "director-of-evidence",
    location: "secure-network",
    categories: ["key-material"],
    retention: "until-transfer",
  }),
  defineAsset({
    id: "retention-key",
    kind: "store",
    what: "The key pairs to which backups are sealed: one for each day's answers, one for the records",
    owner: "director-of-evidence",
    location: "secure-network",
    categories: ["key-material"],
    retention: "two-years-then-review",
  }),
  defineAsset({
    id: "destruction-certificates",
    kind: "store",
    what: "A certificate for each destroyed day, with what its scan read (DATA_DIR/keys/destroyed)",
    owner: "director-of-evidence",
    location: "secure-network",
    categories: ["decision-record"],
    retention: "life-of-the-project",
  }),
  defineAsset({
    id: "custody-marks",
    kind: "store",
    what: "The last known head of the ledger, the last look of the retention clock, and the mark of a close (DATA_DIR/keys)",
    owner: "director-of-evidence",
    location: "secure-network",
    categories: ["decision-record"],
    retention: "life-of-the-project",
  }),
  defineAsset({
    id: "sealed-backups",
    kind: "store",
    what: "Folders written by ask -- backup: both stores, sealed to the retention key",
    owner: "director-of-evidence",
    location: "secure-network",
    categories: sealedCopies,
    retention: "two-years-then-review",
  }),
  defineAsset({
    id: "sealed-batches",
    kind: "store",
    what: "Transferred responses, one file for each batch, sealed to the retention key before they left the collection (DATA_DIR/backups)",
    owner: "director-of-evidence",
    location: "secure-network",
    categories: sealedBatches,
    retention: "two-years-then-review",
  }),
  defineAsset({
    id: "page-and-token-keys",
    kind: "store",
    what: "The keys that seal pages and hash tokens",
    owner: "head-of-data-science",
    location: "web-server",
    categories: ["key-material"],
    retention: "seven-days",
  }),
  defineAsset({
    id: "processor-extracts",
    kind: "extract",
    what: "Copies for routine maintenance, without free text and postcode (F11)",
    owner: "processor",
    location: "processor",
    categories: extractCategories,
    retention: "extract-life",
  }),
  defineAsset({
    id: "rehearsal-print-out",
    kind: "export",
    what: "Answers to a rehearsal, printed by ask -- open; live refuses it",
    owner: "head-of-data-science",
    location: "web-server",
    categories: dataCategories,
    retention: "not-kept",
  }),
  defineAsset({
    id: "released-tables",
    kind: "aggregate",
    what: "Counts, suppressed and twice checked, as files that anyone may read (DATA_DIR/released/tables)",
    owner: "director-of-evidence",
    location: "published",
    categories: ["released-count"],
    retention: "indefinitely",
  }),
] as const satisfies readonly Asset[]
