/** Refuses a proposal or release finer than a region, unless the ledger has a supervisor's decision for it in force. */
import type { Migration } from "kysely/migration"
import { migrationOf } from "../../migration.ts"
import { checksOf, quoted } from "./checks.ts"
import { type Refusal, refusing } from "./refusing.ts"

const supervisors = ["head-of-data-science", "director-of-evidence"]
const finer = ["local-authority"]
const coarse = ["England", ...Array.from({ length: 9 }, (_, at) => `E1200000${at + 1}`)]

/** A decision is final: only the ledger records that it was revoked. */
const tables = (dialect: "sqlite" | "postgres"): readonly string[] => {
  const { strict, day, digest, person, reason } = checksOf(dialect)
  return [
    `create table widening (
      id text not null primary key check ${digest("id")},
      geography text not null check (geography in (${quoted(finer)})),
      because text not null check ${reason("because")},
      person text not null check ${person("person")},
      role text not null check (role in (${quoted(supervisors)})),
      decided_on text not null check ${day("decided_on")}
    ) ${strict}`,
    "alter table proposal add column widened_by text references widening (id)",
  ]
}

const withdrawn: Readonly<Record<"sqlite" | "postgres", readonly string[]>> = {
  sqlite: ["drop trigger proposal_is_for_a_region_at_the_finest"],
  postgres: [
    "drop trigger proposal_is_for_a_region_at_the_finest on proposal",
    "drop function proposal_is_for_a_region_at_the_finest()",
  ],
}

const words = {
  sqlite: {
    says: (kind: string, decision: string) =>
      `exists (select 1 from ledger where kind = '${kind}' and json_extract(body, '$.decision') = ${decision})`,
    any: (where: string) => `exists (select 1 from json_each(new.geographies) as held where ${where})`,
    isAuthority: `held.value glob 'E0[6-9]${"[0-9]".repeat(6)}'`,
  },
  postgres: {
    says: (kind: string, decision: string) =>
      `exists (select 1 from ledger where kind = '${kind}' and body::json ->> 'decision' = ${decision})`,
    any: (where: string) =>
      `exists (select 1 from json_array_elements_text(new.geographies::json) as held (value) where ${where})`,
    isAuthority: "held.value ~ '^E0[6-9][0-9]{6}$'",
  },
}

/** It reads the list of members. */
export const wideningIsASupervisors: Refusal = {
  name: "widening_is_a_supervisors",
  table: "widening",
  on: "insert",
  when: `exists (select 1 from widening where id = new.id) or not exists (select 1 from member
        where person = new.person and role = new.role and role in (${quoted(supervisors)})
        and new.decided_on between project_from and project_until)`,
  says: "a decision to publish finer than a region is a supervisor of the team''s, once",
}

const rules = (dialect: "sqlite" | "postgres"): readonly Refusal[] => {
  const { says, any, isAuthority } = words[dialect]
  const inForce = `${says("geography-widened", "widening.id")} and not ${says("geography-narrowed", "widening.id")}`
  const isFiner = any(`held.value not in (${quoted(coarse)})`)
  const isUnknown = any(`held.value not in (${quoted(coarse)}) and not (${isAuthority})`)
  const allowed = `exists (select 1 from widening where widening.id = new.widened_by and widening.geography = 'local-authority'
    and widening.person <> new.author and widening.decided_on <= new.proposed_on and ${inForce})`
  return [
    wideningIsASupervisors,
    {
      name: "widening_follows_the_end_of_the_last",
      table: "widening",
      on: "insert",
      when: `exists (select 1 from widening where geography = new.geography and ${inForce})`,
      says: "such a decision is in force",
    },
    { name: "widening_is_final", table: "widening", on: "update", says: "a decision is final" },
    { name: "widening_stays_on_record", table: "widening", on: "delete", says: "a decision stays on record" },
    {
      name: "proposal_is_no_finer_than_decided",
      table: "proposal",
      on: "insert",
      when: `new.geographies = '[]' or ${isUnknown} or (${isFiner} and not ${allowed})
        or (new.widened_by is not null and not ${isFiner}) or exists (select 1 from proposal where id = new.id)`,
      says: "a table is for England or a region, or as a signed decision has it, and is proposed once",
    },
    {
      name: "release_is_no_finer_than_decided",
      table: "table_release",
      on: "insert",
      when: `exists (select 1 from proposal, widening where proposal.id = new.proposal
        and widening.id = proposal.widened_by and not (${inForce}))`,
      says: "the decision that allowed this table was taken back",
    },
  ]
}

export const widenings = (dialect: "sqlite" | "postgres"): Migration =>
  migrationOf([...tables(dialect), ...withdrawn[dialect], ...rules(dialect).flatMap((rule) => refusing(dialect, rule))])
