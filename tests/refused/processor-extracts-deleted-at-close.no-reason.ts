/** Refuses an extract without a reason. */
import type { Capability } from "../../policy/capability/capability.ts"
import type { Collection } from "../../policy/custody/collection.ts"
import { takeExtract } from "../../policy/custody/extract.ts"

declare const capability: Capability<"take-extract">
declare const collection: Collection<"open">
const asked = { expiresOn: "2027-05-01", digest: "0".repeat(64) } as const
export const taken = takeExtract(capability, collection, { ...asked, fields: ["age"] })
