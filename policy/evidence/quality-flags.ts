/** How many responses there are and how many were checked; the audit compares them and tells neither. */
import { Context } from "effect"

export class QualityFlags extends Context.Service<
  QualityFlags,
  { readonly received: number; readonly checked: number }
>()("policy/evidence/QualityFlags") {}
