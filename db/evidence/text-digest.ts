/** Digests the released texts of a day in any order, so that the ledger can hold them as they are. */
import { createHash } from "node:crypto"
import { canonicalJson } from "../../policy/record/canonical-json.ts"
import { noResponses, plus } from "../response-digest.ts"
import type { CleanedTextTable } from "./schema.ts"

/** The random id of the response is in it, so that no guess of the words can be tested. */
export const textDigest = (texts: Iterable<Pick<CleanedTextTable, "response" | "question" | "words">>): string => {
  let sum = noResponses
  for (const { response, question, words } of texts)
    sum = plus(
      sum,
      createHash("sha256")
        .update(canonicalJson([response.toHex(), question, words]))
        .digest("hex"),
    )
  return sum
}
