/** A person with leave to check says that a proposed table may be released: kept with its record, each person's once. */
import { Effect } from "effect"
import { Evidence } from "../../../db/evidence/evidence.ts"
import type { Capability } from "../../../policy/capability/capability.ts"
import { checkOutput } from "../../../policy/release/output-check.ts"
import { findProposal } from "./find-proposal.ts"

/** Gives back how many have checked it now. */
export const check = Effect.fnUntraced(function* (id: string, may: Capability<"check-output">) {
  const { outputs } = yield* Evidence
  const { proposal, checks } = yield* findProposal(id)
  yield* outputs.keepCheck(yield* checkOutput(may, proposal, checks))
  return checks.length + 1
})
