/** The register of findings without the one on the appropriate policy document. */
import { complete } from "../../policy/dpia/finding.ts"
import { findingsById } from "../../policy/dpia/findings.ts"

const { F18, ...others } = findingsById

export const left = [F18, complete(others)]
