/** Writes the public files of all releases again, whole or not at all; a withdrawn table has a page that says so. */
import { Effect, Schema } from "effect"
import type { StoredRelease } from "../../../policy/release/released-tables.ts"
import { releasedDir, type StorageSettings } from "../../deployment/storage.ts"
import { filesOf } from "../site/files.ts"
import { writeSite } from "../site/write-site.ts"

export class FilesNotWritten extends Schema.TaggedError<FilesNotWritten>()("NotWritten", { folder: Schema.String }) {
  override get message() {
    return `It is recorded, but the public files could not be written to ${this.folder}: make room there, and give the same command again.`
  }
}

export const writeReleases = Effect.fnUntraced(function* (
  storage: StorageSettings,
  releases: ReadonlyArray<Pick<StoredRelease, "table" | "withdrawnOn">>,
) {
  const folder = releasedDir(storage)
  const withdrawn = new Map(
    releases.flatMap(({ table, withdrawnOn }) =>
      withdrawnOn === undefined ? [] : [[table.audit, withdrawnOn] as const],
    ),
  )
  const files = yield* filesOf(
    releases.map(({ table }) => table),
    withdrawn,
  )
  yield* Effect.try({ try: () => writeSite(folder, files), catch: () => new FilesNotWritten({ folder }) })
  return folder
})
