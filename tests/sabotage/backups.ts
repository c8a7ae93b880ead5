/** What keeps an answer from being lost between two stores: its sealed copy, the keys, and a backup that is whole (rules 17 and 21). */
import { by, change, type Planned, remove } from "./sabotage.ts"

const batches = "db/backup-batches.test.ts"
const backups = "db/backup.test.ts"
const rule = "web-server-emptied-at-close"
const lost = { rule, sabotage: "lose a row in transfer" } as const

export const backupSabotages: readonly Planned[] = [
  {
    ...lost,
    way: "and nothing of it is sealed before it is removed",
    edits: [remove("db/transfer/batch.ts", "    yield* backUpBatch(way, { responses: back, sealed, sum })\n")],
    caughtBy: [by("runtime", batches, "on sqlite no row is removed before its answers lie in a sealed file")],
  },
  {
    ...lost,
    way: "and sealed files that lack it are taken for the whole day",
    edits: [
      change(
        "db/transfer/backed-up.ts",
        "if (!(yield* areAsSealed(way, expected)) && !(yield* isWhole)) {",
        "if (way.sealed.length > 1_000) {",
      ),
    ],
    caughtBy: [by("runtime", batches, "on sqlite a file that was harmed, lost or doubled")],
  },
  {
    ...lost,
    way: "and what was sealed is not read back",
    edits: [change("db/backup/seal-file.ts", "if (found !== written)", "if (written === undefined)")],
    caughtBy: [by("runtime", batches, "what does not read back is no file")],
  },
  {
    ...lost,
    way: "by restoring what was cut short",
    edits: [change("db/backup/sealed-file.ts", "nonce.writeUInt8(isLast ? 1 : 0,", "nonce.writeUInt8(isLast ? 0 : 0,")],
    caughtBy: [by("runtime", backups, "one that is damaged, cut short, turned round or mixed")],
  },
  {
    ...lost,
    way: "by restoring over a store that is there",
    edits: [change("db/backup/restore.ts", 'const beside = ["", "-wal", "-shm", "-journal"]', 'const beside = ["-x"]')],
    caughtBy: [by("runtime", backups, "no store that is there is replaced")],
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
    caughtBy: [by("runtime", "db/transfer.test.ts", "a transfer on sqlite does not start when a key is lost")],
  },
  {
    ...lost,
    way: "by making another key in place of a lost one",
    edits: [
      remove(
        "db/keys/key-pair.ts",
        "  if (held === undefined && readKey(shown) !== undefined) throw new KeyLost({ key: id })\n",
      ),
    ],
    caughtBy: [by("runtime", "db/key-command.test.ts", "a key that was shown and is lost")],
  },
  {
    rule: "retention-reviewed-after-two-years",
    sabotage: "review overdue but reads go on",
    way: "in a backup whose key is not destroyed",
    edits: [remove("db/keys/key-pair.ts", "  keys.destroy(id)\n")],
    caughtBy: [by("runtime", backups, "when the retention key is destroyed, backups made until then are unreadable")],
  },
]
