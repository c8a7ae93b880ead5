/** Lets the answers be counted by day and form from an index: reading every row takes minutes where there are millions. */
import type { Migration } from "kysely/migration"
import { migrationOf } from "../../migration.ts"

/** The form first: a day followed by a form and random bytes is how a scan recognises a sealed row. */
export const counting = (): Migration =>
  migrationOf(["create index kept_response_by_form_and_day on kept_response (form, day)"])
