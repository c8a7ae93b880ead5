/** Refuses a register of findings without the finding on the appropriate policy document. */
import { complete } from "../../policy/dpia/findings/finding.ts"
import { findingsById } from "../../policy/dpia/findings/findings.ts"

const { F18, ...others } = findingsById

export const left = [F18, complete(others)]
