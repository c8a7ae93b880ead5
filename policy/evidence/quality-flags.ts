/** How many responses there are and how many were checked, which the audit compares and does not tell; and doubts in bands. */
import { Context } from "effect"
import type { Flag } from "../quality/flag.ts"
import type { Banded } from "../report/banded.ts"

export class QualityFlags extends Context.Service<
  QualityFlags,
  {
    readonly received: number
    readonly checked: number
    readonly flagged: readonly { readonly flag: Flag; readonly responses: Banded }[]
  }
>()("policy/evidence/QualityFlags") {}
