/** Releases a table and writes the public files of all released tables again, whole or not at all. */
import { Effect, Schema } from "effect"
import { Evidence } from "../../../db/evidence/evidence.ts"
import { recordedGrant } from "../../../db/evidence/recorded-grant.ts"
import type { PersonId } from "../../../policy/capability/member.ts"
import { releasedDir, type StorageSettings } from "../../deployment/storage.ts"
import { filesOf } from "../site/files.ts"
import { writeSite } from "../site/write-site.ts"
import { declaredIn } from "./declared-in.ts"
import { findProposal } from "./find-proposal.ts"
import { releaseTable } from "./release.ts"

export class FilesNotWritten extends Schema.TaggedError<FilesNotWritten>()("NotWritten", { folder: Schema.String }) {
  override get message() {
    return `The table is released and kept, but its files could not be written to ${this.folder}: make room there, and ask for the release again.`
  }
}

/** A table that is released already is not released again; its files are written again. */
export const publish = Effect.fnUntraced(function* (storage: StorageSettings, id: string, by: PersonId) {
  const { outputs } = yield* Evidence
  const approval = yield* recordedGrant("release-table", by)
  const { proposal } = yield* findProposal(id)
  const before = yield* outputs.releases
  const isNew = before.every((each) => each.proposal.id !== proposal.id)
  const tables = isNew
    ? yield* releaseTable(id, approval, { mode: storage.mode, declared: declaredIn(storage) })
    : before.map(({ table }) => table)
  const folder = releasedDir(storage)
  const files = yield* filesOf(tables)
  yield* Effect.try({ try: () => writeSite(folder, files), catch: () => new FilesNotWritten({ folder }) })
  return { isNew, tables: tables.length, folder }
})
