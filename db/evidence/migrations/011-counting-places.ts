/** Lets places and quality flags be counted from an index too, in the order in which they are grouped. */
import type { Migration } from "kysely/migration"
import { migrationOf } from "../../migration.ts"

export const countingPlaces = (): Migration =>
  migrationOf(["create index kept_response_by_flags_and_place on kept_response (flags, place)"])
