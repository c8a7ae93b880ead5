/** Restores both stores from a backup into a data folder that has no store: the whole backup, or nothing. */
import { Console, Effect } from "effect"
import { Command } from "effect/cli"
import { restore as restoreFrom } from "../../db/backup/restore.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { Settings } from "../deployment/settings.ts"
import { collectionFile, evidenceFile } from "../deployment/storage.ts"
import { typedPath } from "./typed-path.ts"
import { ownerOnly, textFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

export const restore = Command.make(
  "restore",
  { from: textFlag("from", "FOLDER", "A folder that ask backup wrote") },
  Effect.fn("ask.restore")(function* ({ from }) {
    const { storage } = yield* Settings
    const { mode, dataDir, databaseUrl, evidenceUrl } = storage
    yield* ownerOnly
    const files = {
      ...(databaseUrl === undefined && { collection: collectionFile(dataDir) }),
      ...(evidenceUrl === undefined && { evidence: evidenceFile(dataDir) }),
    }
    const folder = yield* typedPath(from)
    const stores = yield* restoreFrom({ mode, dataDir, keys: privateKeysOf(storage), folder, files })
    yield* Console.log(`Restored in ${mode}, whole and as it was sealed: ${stores.join(" and ")}.`)
  }),
).pipe(
  withSettings,
  Command.withDescription("Restore a backup into a DATA_DIR that has no store: the whole backup, or nothing"),
)
