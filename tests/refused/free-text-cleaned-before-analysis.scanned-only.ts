/** A detector has read them, and no person has. */
import type { Scanned } from "../../policy/free-text/clean.ts"
import { toCode } from "../../policy/rules/free-text-cleaned-before-analysis.ts"

declare const texts: readonly Scanned[]
export const coded = toCode(texts)
