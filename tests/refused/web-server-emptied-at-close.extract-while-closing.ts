/** Refuses an extract from a collection that is closing. */
import type { Capability } from "../../policy/capability/capability.ts"
import type { Collection } from "../../policy/custody/collection.ts"
import { takeExtract } from "../../policy/custody/extract.ts"

declare const capability: Capability<"take-extract">
declare const closing: Collection<"closing">
export const taken = takeExtract(capability, closing, {
  reason: "The page fails on one tablet.",
  expiresOn: "2027-05-01",
  digest: "0".repeat(64),
  fields: ["age"],
})
