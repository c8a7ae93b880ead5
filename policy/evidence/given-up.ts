/** Every day of which answers were given up because nothing could open them, and how many, in bands, for audits. */
import { Context } from "effect"
import type { Banded } from "../report/banded.ts"

export class GivenUp extends Context.Service<
  GivenUp,
  ReadonlyArray<{ readonly of: string; readonly on: string; readonly responses: Banded }>
>()("policy/evidence/GivenUp") {}
