/** Each rule's own verdict on what is here; what an audit looks at and is not here is not checked. */
import { Effect, Option } from "effect"
import { ServedSite } from "../evidence/served-site.ts"
import { rules } from "../index.ts"
import { notChecked, type Rule, type Verdict } from "../rule.ts"
import type { RuleId } from "../rule-id.ts"

type Needed = Effect.Services<(typeof rules)[number]["audit"]>

/** What must be given; the stores, the team and the deployment may be absent, and so may a built site. */
export type Observable = Exclude<Needed, ServedSite>

const unbuilt = notChecked("the site is not being served here, so what it sends could not be looked at")
const failed = notChecked("its audit could not be carried out")

const auditOf = (rule: Rule<Needed>, site: Option.Option<ServedSite["Service"]>) =>
  Option.isSome(site)
    ? Effect.provideService(rule.audit, ServedSite, site.value)
    : rule.id === "first-party-only"
      ? Effect.succeed(unbuilt)
      : Effect.provideService(rule.audit, ServedSite, { contentSecurityPolicy: "", hosts: [] })

export const verdicts: Effect.Effect<ReadonlyMap<RuleId, Verdict>, never, Observable> = Effect.gen(function* () {
  const site = yield* Effect.serviceOption(ServedSite)
  const found = new Map<RuleId, Verdict>()
  for (const rule of rules)
    found.set(rule.id, yield* Effect.catchDefect(auditOf(rule, site), () => Effect.succeed(failed)))
  return found
})
