/** How each day's responses stand, for audits. */
import { Context } from "effect"
import type { RetentionState } from "../retention/retention-state.ts"

export class Retained extends Context.Service<Retained, readonly RetentionState[]>()("policy/evidence/Retained") {}
