/** Writes a trigger that refuses what a condition describes, in the SQL of each database. */

export interface Refusal {
  readonly name: string
  readonly table: string
  readonly on: "insert" | "update" | "delete"
  /** A condition on `new` and `old`; without one every attempt is refused. */
  readonly when?: string
  readonly says: string
}

const sqlite = ({ name, table, on, when = "true", says }: Refusal): readonly string[] => [
  `create trigger ${name} before ${on} on ${table} when ${when} begin select raise(abort, '${says}'); end`,
]

/** The condition is in the function, because a PostgreSQL `when` cannot read other tables. */
const postgres = ({ name, table, on, when, says }: Refusal): readonly string[] => [
  `create function ${name}() returns trigger language plpgsql as $$ begin
    if ${when ?? "true"} then raise exception '${says}'; end if;
    return ${on === "delete" ? "old" : "new"};
  end $$`,
  `create trigger ${name} before ${on} on ${table} for each row execute function ${name}()`,
  ...(on === "delete"
    ? [
        `create function ${name}_at_once() returns trigger language plpgsql as
          $$ begin raise exception '${says}'; end $$`,
        `create trigger ${name}_at_once before truncate on ${table} for each statement execute function ${name}_at_once()`,
      ]
    : []),
]

export const refusing = (dialect: "sqlite" | "postgres", refusal: Refusal): readonly string[] =>
  dialect === "sqlite" ? sqlite(refusal) : postgres(refusal)
