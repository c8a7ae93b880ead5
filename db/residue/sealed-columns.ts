/** Tells the columns of both stores that hold only random or sealed bytes, which contain postcodes by chance. */
import { isDayTable } from "../collection/day-tables.ts"

/** `table.column`; each day's table of responses has the columns of `response`. */
const sealed: ReadonlySet<string> = new Set([
  ...["key", "encapsulated", "nonce", "ciphertext"].map((column) => `response.${column}`),
  ...["token", "arrived_token"].map((table) => `${table}.hash`),
  ...["hash", "sealed", "acknowledgement", "reply"].map((column) => `complaint.${column}`),
  "kept_response.id",
  ...["quarantine", "scanned_text", "cleaned_text", "text_lease", "text_review", "text_escalation", "text_audit"].map(
    (table) => `${table}.response`,
  ),
  "transferred.digest",
  "answer_set.digest",
])

export const isSealedColumn = (table: string, column: string): boolean =>
  sealed.has(`${isDayTable(table) ? "response" : table}.${column}`)

/** The columns with a child's own words, which may contain a postcode until a person has cleaned them. */
export const freeTextColumns: ReadonlySet<string> = new Set([
  "quarantine.words",
  "scanned_text.cleaned",
  "cleaned_text.words",
])
