/** Provides the named list of the project from the evidence store; a list that cannot be read grants access to no one. */
import { Effect, Layer } from "effect"
import { Team } from "../../policy/capability/member.ts"
import type { Evidence } from "./evidence.ts"

export const teamOf = (evidence: Evidence["Service"]): Layer.Layer<Team> =>
  Layer.succeed(Team, Team.of({ members: Effect.orElseSucceed(evidence.members, () => []) }))
