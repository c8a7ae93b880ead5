/** Writes the check of each kind of column in the SQL of each database, equal in meaning to the decoder's. */
import { dayCheck } from "../../day-check.ts"

export interface Checks {
  readonly strict: string
  readonly day: (column: string) => string
  readonly digest: (column: string) => string
  readonly person: (column: string) => string
  readonly reason: (column: string) => string
  readonly instant: (column: string) => string
  readonly kind: (column: string) => string
  readonly json: (column: string) => string
}

const signs = "£€’‘“”–…"

/** `glob` and `length` stop at a NUL, so the checks also count the bytes. */
const sqlite: Checks = {
  strict: "strict",
  day: dayCheck.sqlite,
  digest: (column) => `(octet_length(${column}) = 64 and ${column} not glob '*[^0-9a-f]*')`,
  person: (column) => `(octet_length(${column}) = 16 and ${column} not glob '*[^0-9a-f]*')`,
  reason: (column) => `(length(${column}) <= 500 and instr(hex(${column}), '00') = 0
    and ${column} glob '*[A-Za-z][A-Za-z][A-Za-z]*' and ${column} not glob '*[^ -~${signs}]*')`,
  instant: (column) => `(octet_length(${column}) = 24 and ${column} glob '20*T*Z' and date(${column}) is not null)`,
  kind: (column) => `(octet_length(${column}) between 1 and 40 and ${column} not glob '*[^a-z-]*')`,
  json: (column) =>
    `(octet_length(${column}) <= 2000 and json_valid(${column}) = 1 and json_type(${column}) = 'object')`,
}

const postgres: Checks = {
  strict: "",
  day: dayCheck.postgres,
  digest: (column) => `(${column} ~ '^[0-9a-f]{64}$')`,
  person: (column) => `(${column} ~ '^[0-9a-f]{16}$')`,
  reason: (column) => `(length(${column}) <= 500 and ${column} ~ '[A-Za-z]{3}' and ${column} !~ '[^ -~${signs}]')`,
  instant: (column) => `(${column} ~ '^20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]{12}Z$')`,
  kind: (column) => `(${column} ~ '^[a-z-]{1,40}$')`,
  json: (column) => `(octet_length(${column}) <= 2000 and json_typeof(${column}::json) = 'object')`,
}

export const checksOf = (dialect: "sqlite" | "postgres"): Checks => (dialect === "sqlite" ? sqlite : postgres)

export const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(", ")
