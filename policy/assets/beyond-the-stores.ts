/** What lies outside the two stores: keys, extracts, the rehearsal's print-out, and the tables that may be published. */
import type { Asset } from "../data/asset.ts"
import { dataCategories } from "../data/category.ts"
import { extractCategories } from "../extract/extract-draft.ts"
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
    what: "The key pair of each day, held by the keeper alone",
    owner: "director-of-evidence",
    location: "secure-network",
    categories: ["key-material"],
    retention: "until-transfer",
  }),
  defineAsset({
    id: "retention-key",
    kind: "store",
    what: "The key pair to which backups are sealed; it is destroyed with the data, and with it all that was backed up",
    owner: "director-of-evidence",
    location: "secure-network",
    categories: ["key-material"],
    retention: "two-years-then-review",
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
    what: "What was transferred, a file a batch, sealed to the retention key before it left the collection (DATA_DIR/backups)",
    owner: "director-of-evidence",
    location: "secure-network",
    categories: sealedBatches,
    retention: "two-years-then-review",
  }),
  defineAsset({
    id: "page-and-token-keys",
    kind: "store",
    what: "Keys by which pages are sealed and tokens hashed",
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
    what: "Counts, suppressed and twice checked, as files that anyone may read (DATA_DIR/released)",
    owner: "director-of-evidence",
    location: "published",
    categories: ["released-count"],
    retention: "indefinitely",
  }),
] as const satisfies readonly Asset[]
