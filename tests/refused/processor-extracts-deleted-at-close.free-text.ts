/** Refuses an extract with free text. */
import type { Capability } from "../../policy/capability/capability.ts"
import type { Collection } from "../../policy/custody/collection.ts"
import { takeExtract } from "../../policy/custody/extract.ts"

declare const capability: Capability<"take-extract">
declare const collection: Collection<"open">
const asked = { reason: "The page fails on one tablet.", expiresOn: "2027-05-01", digest: "0".repeat(64) } as const
export const taken = takeExtract(capability, collection, { ...asked, fields: ["age", "free-text"] })
