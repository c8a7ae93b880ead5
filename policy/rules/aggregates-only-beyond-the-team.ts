/** Beyond the evidence team go aggregate tables for England or a region, and nothing else. */
import { Effect } from "effect"
import type { Breach } from "../breach.ts"
import { type PublicationGeography, regions, type TableDraft } from "../disclosure/table.ts"
import { awaits, defineRule, RuleViolation } from "../rule.ts"

type TooFine<D extends TableDraft> = Exclude<D["geographies"][number], PublicationGeography>

/** `unknown` when a table is national or regional. */
export type NationalOrRegional<D extends TableDraft> = [TooFine<D>] extends [never]
  ? unknown
  : Breach<
      "aggregates-only-beyond-the-team",
      `publish for England or a region, not for "${TooFine<D>}": finer geography waits for a signed decision`
    >

/** Gives back a table to propose, which does not compile for a finer geography. */
export const nationalOrRegional = <const D extends TableDraft>(draft: D & NationalOrRegional<D>): D => draft

const remedy = "publish for England or a region: finer geography waits for a signed decision"

/** Fails for a geography finer than a region, however the table came to be. */
export const geographyGate = ({ geographies }: TableDraft): Effect.Effect<void, RuleViolation> =>
  geographies.length > 0 && geographies.every((each) => each === "England" || Object.hasOwn(regions, each))
    ? Effect.void
    : Effect.fail(new RuleViolation({ rule: "aggregates-only-beyond-the-team", remedy }))

export const aggregatesOnlyBeyondTheTeam = defineRule({
  id: "aggregates-only-beyond-the-team",
  statement: "Only aggregate tables leave the evidence team, for England or its regions.",
  source: { section: 5, quote: "Published analysis will be national or regional" },
  law: ["UK GDPR Art 5(1)(c)", "UK GDPR Art 84B", "DPA 2018 s19"],
  enforcedBy: ["types", "runtime"],
  audit: awaits("no table has been released, and the ledger of releases is built with disclosure control"),
})
