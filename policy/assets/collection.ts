/** What the collection is made of: sealed answers, spent tokens, its mode and the history of its schema. */
import type { Asset } from "../data/asset.ts"
import { defineAsset } from "./define-asset.ts"

const ours = { owner: "head-of-data-science", location: "web-server" } as const

export const collectionAssets = [
  defineAsset({
    ...ours,
    id: "collection",
    kind: "store",
    what: "What children send, sealed as it comes in",
    categories: ["sealed-answers", "form", "day-of-receipt", "random-key", "token-hash", "expiry", "settings"],
    retention: "until-transfer",
  }),
  defineAsset({
    ...ours,
    id: "collection-responses",
    kind: "table",
    what: "Sealed responses, in no order",
    store: "collection",
    table: "response",
    categories: ["random-key", "day-of-receipt", "form", "sealed-answers"],
    retention: "until-transfer",
    columns: {
      key: "random-key",
      day: "day-of-receipt",
      form: "form",
      encapsulated: "sealed-answers",
      nonce: "sealed-answers",
      ciphertext: "sealed-answers",
    },
  }),
  defineAsset({
    ...ours,
    id: "collection-tokens",
    kind: "table",
    what: "Hashes by which a form sent again is told from another",
    store: "collection",
    table: "token",
    categories: ["token-hash", "expiry"],
    retention: "seven-days",
    columns: { hash: "token-hash", expires_on: "expiry" },
  }),
  defineAsset({
    ...ours,
    id: "collection-mode",
    kind: "table",
    what: "Whether this store rehearses or is live",
    store: "collection",
    table: "deployment",
    categories: ["settings"],
    retention: "life-of-the-project",
    columns: { id: "settings", mode: "settings" },
  }),
  defineAsset({
    ...ours,
    id: "collection-migrations",
    kind: "table",
    what: "Which changes of the schema were made, and when",
    store: "collection",
    table: "kysely_migration",
    categories: ["schema-history"],
    retention: "life-of-the-project",
    columns: { name: "schema-history", timestamp: "schema-history" },
  }),
  defineAsset({
    ...ours,
    id: "collection-migration-lock",
    kind: "table",
    what: "Keeps two processes from changing the schema at once",
    store: "collection",
    table: "kysely_migration_lock",
    categories: ["schema-history"],
    retention: "life-of-the-project",
    columns: { id: "schema-history", is_locked: "schema-history" },
  }),
] as const satisfies readonly Asset[]
