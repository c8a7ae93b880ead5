/** Refuses a second certificate of one deletion. */
import type { Capability } from "../../policy/capability/capability.ts"
import { certifyDeletion, type ProcessorExtract } from "../../policy/custody/extract.ts"

declare const capability: Capability<"certify-extract-deletion">
declare const extract: ProcessorExtract<"deletion-certified">
export const again = certifyDeletion(capability, extract, { deletedOn: "2027-05-01", attestation: "0".repeat(64) })
