/** A scan looks at every file of a deployment: a word planted in each place is found there, and nothing but the published lists is left out. */
import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { Effect } from "effect"
import { expect, test } from "vitest"
import { geographyFolder } from "../../db/geography/index-folder.ts"
import { scanStores } from "../../src/commands/scan-stores.ts"
import { collectionSource, evidenceSource } from "../../src/deployment/storage.ts"
import { openedEvidence } from "../support/evidence.ts"
import { newFolder, opened } from "../support/store.ts"

const tags = ["postcode-destroyed-after-matching" as const, "web-server-emptied-at-close" as const]
const word = "Canary of the scan"

test("every place is scanned", { tags }, async () => {
  const here = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  await opened(collectionSource(here))
  await openedEvidence(evidenceSource(here))
  const places = [
    ...["note.txt", "deep/er/note.txt", "collection.sqlite-wal.old", "evidence.sqlite-journal", "keys/page/left.key"],
    ...[
      "keys/public/left.key",
      "keys/private/left.key",
      "backups/left.sealed",
      "released/left.html",
      ".hidden",
      "token.key~",
    ],
  ]
  const named = join(newFolder(), "elsewhere.bin")
  const files = [...places.map((place) => join(here.dataDir, place)), named]
  for (const file of [...files, join(geographyFolder(here.dataDir), "left.txt")]) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `before ${word} after`)
  }
  const report = await Effect.runPromise(
    scanStores(here, { words: [word], index: undefined, days: [], named: [named], progress: () => undefined }),
  )
  expect(report.found.map(({ file }) => file).sort()).toEqual(files.sort())
})
