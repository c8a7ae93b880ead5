/** Lets the last review be found at once, however many there are. */
import type { Migration } from "kysely/migration"
import { migrationOf } from "../../migration.ts"

export const reviewOrder = (): Migration => migrationOf(["create index text_review_by_place on text_review (place)"])
