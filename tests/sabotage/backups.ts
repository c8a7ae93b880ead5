/** Breaks what protects an answer between two stores: its sealed copy, the keys, and a complete backup (rules 17 and 21). */
import { by, change, type Planned, remove } from "./sabotage.ts"

const batches = "db/backup-batches.test.ts"
const backups = "db/backup.test.ts"
const rule = "web-server-emptied-at-close"
const lost = { rule, sabotage: "lose a row in transfer" } as const

export const backupSabotages: readonly Planned[] = [
  {
    ...lost,
    way: "and no sealed copy exists before it is removed",
    edits: [remove("db/transfer/batch.ts", "    yield* backUpBatch(context, { responses: back, sealed, sum })\n")],
    caughtBy: [by("runtime", batches, "on sqlite no row is removed before its answers are in a sealed file")],
  },
  {
    ...lost,
    way: "and sealed files without it count as the whole day",
    edits: [
      change(
        "db/transfer/day-backup.ts",
        "if (!(yield* areAsSealed(context, expected)) && !(yield* areComplete(context, expected))) {",
        "if (context.sealed.length > 1_000) {",
      ),
    ],
    caughtBy: [by("runtime", batches, "on sqlite a damaged, lost or duplicate file")],
  },
  {
    ...lost,
    way: "and what was sealed is not read back",
    edits: [change("db/backup/seal-file.ts", "if (readBack !== sealed)", "if (sealed === undefined)")],
    caughtBy: [by("runtime", batches, "a batch that does not read back leaves no file")],
  },
  {
    ...lost,
    way: "by restoring a backup that was cut short",
    edits: [change("db/backup/sealed-file.ts", "nonce.writeUInt8(isLast ? 1 : 0,", "nonce.writeUInt8(isLast ? 0 : 0,")],
    caughtBy: [by("runtime", backups, "a damaged, truncated, reordered or mixed backup")],
  },
  {
    ...lost,
    way: "by restoring over an existing store",
    edits: [
      change("db/backup/restore.ts", 'const endings = ["", "-wal", "-shm", "-journal"]', 'const endings = ["-x"]'),
    ],
    caughtBy: [by("runtime", backups, "an existing store is not replaced")],
  },
  {
    ...lost,
    way: "by starting without its key",
    edits: [
      change(
        "db/transfer/transfer.ts",
        "if (key === undefined) return yield* new KeyMissing({ day })",
        "if (key === undefined) continue",
      ),
    ],
    caughtBy: [by("runtime", "db/transfer.test.ts", "a transfer on sqlite does not start with a lost key")],
  },
  {
    ...lost,
    way: "by making another key in place of a lost one",
    edits: [
      remove(
        "db/keys/key-pair.ts",
        "  if (stored === undefined && shown !== undefined) return yield* new KeyLost({ key: id })\n",
      ),
    ],
    caughtBy: [by("runtime", "db/key-command.test.ts", "a lost key is reported before its day")],
  },
  {
    rule: "retention-reviewed-after-two-years",
    sabotage: "review overdue but reads go on",
    way: "in a backup whose key is not destroyed",
    edits: [remove("db/keys/key-pair.ts", "  yield* keys.destroy(id)\n")],
    caughtBy: [by("runtime", backups, "destroying the retention key makes earlier backups unreadable")],
  },
]
