/** Releases a table and writes the files that anyone may read: all released tables' anew, whole or not at all. */
import { Effect, Schema } from "effect"
import { Evidence } from "../../db/evidence/evidence.ts"
import { grant } from "../../policy/capability/capability.ts"
import type { PersonId } from "../../policy/capability/member.ts"
import { type Place, releasedDir } from "../launcher/place.ts"
import { filesOf } from "../released/files.ts"
import { keepReleased } from "../released/keep.ts"
import { proposalCalled } from "./proposal-called.ts"
import { releaseTable } from "./release.ts"

export class NotWritten extends Schema.TaggedError<NotWritten>()("NotWritten", { folder: Schema.String }) {
  override get message() {
    return `The table is released and kept, but its files could not be written to ${this.folder}: make room there, and ask for the release again.`
  }
}

/** A table that is released already is not released again; its files are written anew. */
export const publish = Effect.fnUntraced(function* (place: Place, id: string, by: PersonId) {
  const { outputs } = yield* Evidence
  const approval = yield* grant("release-table", by)
  const { proposal } = yield* proposalCalled(id)
  const before = yield* outputs.releases
  const isNew = before.every((each) => each.proposal.id !== proposal.id)
  const tables = isNew ? yield* releaseTable(id, approval, place.mode) : before.map(({ table }) => table)
  const folder = releasedDir(place)
  const files = yield* filesOf(tables)
  yield* Effect.try({ try: () => keepReleased(folder, files), catch: () => new NotWritten({ folder }) })
  return { isNew, tables: tables.length, folder }
})
