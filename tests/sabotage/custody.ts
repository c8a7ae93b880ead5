/** Breaks custody: the data held, their place and their retention (rules 16, 17, 21 and 22). */
import { by, change, fixture, type Planned, remove } from "./sabotage.ts"

const extract = "policy/custody/extract.ts"
const collection = "policy/custody/collection.ts"
const closeCollection = "policy/custody/close-collection.ts"
const emptied = "policy/custody/emptied.ts"
const unlocked = "policy/custody/unlock.ts"
const extension = "policy/custody/extension.ts"
const kept = "db/evidence/migrations/002-extracts.ts"
const stored = "db/evidence.test.ts"
const arrivals = "db/evidence/arrivals.ts"
const transferDay = "db/transfer/day.ts"
const transferTest = "db/transfer.test.ts"
const agreeing = "db/layers-agree.test.ts"

const extracts: readonly Planned[] = [
  {
    rule: "processor-extracts-deleted-at-close",
    sabotage: "extract without reason",
    way: "and the compiler no longer looks",
    edits: [change("policy/custody/extract-draft.ts", '    : K\n}["reason"', '    : Exclude<K, "reason">\n}["reason"')],
    caughtBy: [fixture("processor-extracts-deleted-at-close.no-reason")],
  },
  {
    rule: "processor-extracts-deleted-at-close",
    sabotage: "extract without reason",
    way: "past the decoder",
    edits: [change(extract, "  reason: Reason,\n", "  reason: Schema.optionalKey(Reason),\n")],
    caughtBy: [
      by("schema", "policy/examples.test.ts", "processor-extracts-deleted-at-close"),
      by("schema", "policy/processor-extracts-deleted-at-close.test.ts", "counterexamples"),
    ],
  },
  {
    rule: "processor-extracts-deleted-at-close",
    sabotage: "extract without reason",
    way: "past the database",
    edits: [change("db/evidence/migrations/checks.ts", "<= 500 and instr(hex(", "<= 500 or instr(hex(")],
    caughtBy: [by("database", agreeing, "the decoders and sqlite agree on an extract")],
  },
  {
    rule: "processor-extracts-deleted-at-close",
    sabotage: "close with one open",
    way: "past the gate",
    edits: [change(closeCollection, "if (open.length > 0)", "if (open.length > 9)")],
    caughtBy: [by("runtime", "policy/processor-extracts-deleted-at-close.test.ts", "closing while a copy exists")],
  },
  {
    rule: "processor-extracts-deleted-at-close",
    sabotage: "close with one open",
    way: "past the database",
    edits: [
      change(
        kept,
        'when: "new.closed_on is not null and exists (select 1 from extract where deleted_on is null)"',
        'when: "false"',
      ),
    ],
    caughtBy: [by("database", stored, "the evidence store on sqlite stores and restores a collection with an extract")],
  },
]

const examples = by("schema", "policy/examples.test.ts", "web-server-emptied-at-close")

const closing: readonly Planned[] = [
  {
    rule: "web-server-emptied-at-close",
    sabotage: "lose a row in transfer",
    way: "and the digests of both ends are not compared",
    edits: [change(emptied, 'sent === received || "what arrived must be what was sent"', 'sent !== "" || received')],
    caughtBy: [examples],
  },
  {
    rule: "web-server-emptied-at-close",
    sabotage: "lose a row in transfer",
    way: "and the close checks nothing",
    edits: [change(closeCollection, "if (!isEmptied(emptied))", "if (!emptied)")],
    caughtBy: [
      by("runtime", "policy/web-server-emptied-at-close.test.ts", "a store declared empty without confirmation"),
    ],
  },
  {
    rule: "web-server-emptied-at-close",
    sabotage: "lose a row in transfer",
    way: "on the way itself",
    edits: [change(arrivals, "await insert(transaction, responses)", "await insert(transaction, responses.slice(1))")],
    caughtBy: [by("runtime", transferTest, "a transfer on sqlite moves the answers of all six forms")],
  },
  {
    rule: "web-server-emptied-at-close",
    sabotage: "lose a row in transfer",
    way: "and nothing compares the rows read back",
    edits: [change("db/transfer/batch.ts", "digest(back.map(canonicalKept)) !== sum", "back.length === 0")],
    caughtBy: [by("runtime", transferTest, "a transfer on sqlite detects a lost, changed or added response")],
  },
  {
    rule: "web-server-emptied-at-close",
    sabotage: "lose a row in transfer",
    way: "by taking more answers of a day whose key is going",
    edits: [remove(transferDay, "    yield* collection.shutDay(day)\n")],
    caughtBy: [by("database", transferTest, "a transfer on sqlite shuts a day that is over")],
  },
  {
    rule: "web-server-emptied-at-close",
    sabotage: "leave `-wal`",
    way: "and the gate takes a scan that found something",
    edits: [change(emptied, 'residue: Schema.Literal("none")', "residue: Schema.String")],
    caughtBy: [examples],
  },
  {
    rule: "web-server-emptied-at-close",
    sabotage: "leave `-wal`",
    way: "when what has expired is dropped",
    edits: [change("db/collection/tokens.ts", "if (dropped > 0)", "if (dropped < 0)")],
    caughtBy: [by("test", "db/collection.test.ts", "a dropped token leaves no bytes")],
  },
  {
    rule: "web-server-emptied-at-close",
    sabotage: "leave `-wal`",
    way: "when a day has been transferred",
    edits: [remove(transferDay, "  if (!(yield* collection.clearDay(day))) return yield* new NotEmptied({ day })\n")],
    caughtBy: [by("test", transferTest, "after a day's key is destroyed no file holds its rows")],
  },
  {
    rule: "web-server-emptied-at-close",
    sabotage: "leave `-wal`",
    way: "and go on although another process still reads it",
    edits: [change("db/collection/empty-log.ts", "rows[0]?.busy === 0", "rows.length > 0")],
    caughtBy: [by("runtime", transferTest, "the key stays while another process reads removed rows")],
  },
  {
    rule: "web-server-emptied-at-close",
    sabotage: "leave `-wal`",
    way: "at close itself, although the scan found it",
    edits: [remove("db/transfer/close.ts", "  if (files.length > 0) return yield* new ResidueFound({ files })\n")],
    caughtBy: [by("runtime", "db/close.test.ts", "remains on the disk stop the close")],
  },
  {
    rule: "web-server-emptied-at-close",
    sabotage: "reopen after close",
    way: "by the function that opens",
    edits: [
      change(
        collection,
        'foundOpen")(function* (\n  unopened: Collection<"not-open">,',
        'foundOpen")(function* (\n  unopened: Collection<"not-open"> | Collection<"closed">,',
      ),
      change(collection, "opened(unopened, firstDay)", 'opened(unopened as Collection<"not-open">, firstDay)'),
    ],
    caughtBy: [fixture("web-server-emptied-at-close.reopened")],
  },
  {
    rule: "web-server-emptied-at-close",
    sabotage: "reopen after close",
    way: "the web server's own store, by SQL",
    edits: [change("db/collection/migrations/002-closing.ts", '["update", "delete"]', '["update"]')],
    caughtBy: [by("database", "policy/collection-window.test.ts", "is refused by sqlite opening again")],
  },
  {
    rule: "web-server-emptied-at-close",
    sabotage: "reopen after close",
    way: "by SQL",
    edits: [change(kept, "old.closed_on is not null or new.closing_on is null\n", "false\n")],
    caughtBy: [by("database", stored, "the evidence store on sqlite stores and restores a collection with an extract")],
  },
]

const retention: readonly Planned[] = [
  {
    rule: "retention-reviewed-after-two-years",
    sabotage: "extension without reason",
    way: "and the compiler no longer looks",
    edits: [
      change(extension, "    : K\n}[keyof ExtensionDraft]", '    : Exclude<K, "necessity">\n}[keyof ExtensionDraft]'),
    ],
    caughtBy: [fixture("retention-reviewed-after-two-years.no-necessity")],
  },
  {
    rule: "retention-reviewed-after-two-years",
    sabotage: "extension without reason",
    way: "past the decoder",
    edits: [change(extension, "Schema.Struct({ necessity: Reason,", "Schema.Struct({ necessity: Schema.String,")],
    caughtBy: [
      by("schema", "policy/examples.test.ts", "retention-reviewed-after-two-years"),
      by("schema", "policy/retention-reviewed-after-two-years.test.ts", "an extension whose reason is"),
    ],
  },
  {
    rule: "retention-reviewed-after-two-years",
    sabotage: "extension without reason",
    way: "past the database",
    edits: [
      change(
        "db/evidence/migrations/003-retention.ts",
        '${["until", "necessity", "proportionality"].map',
        '${["until", "proportionality"].map',
      ),
    ],
    caughtBy: [by("database", agreeing, "the decoders and sqlite agree on a day's retention")],
  },
  {
    rule: "retention-reviewed-after-two-years",
    sabotage: "29 February",
    edits: [remove("policy/civil-day.ts", "  if (date.getUTCDate() !== noon(day).getUTCDate()) date.setUTCDate(0)\n")],
    caughtBy: [by("test", "policy/retention-reviewed-after-two-years.test.ts", "2028-02-29 and 2 years")],
  },
  {
    rule: "retention-reviewed-after-two-years",
    sabotage: "review overdue but reads go on",
    way: "the lock does not look",
    edits: [change(unlocked, 'current.state === "review-overdue" || ', "")],
    caughtBy: [by("runtime", "policy/retention-reviewed-after-two-years.test.ts", "reading while a review is overdue")],
  },
  {
    rule: "retention-reviewed-after-two-years",
    sabotage: "review overdue but reads go on",
    way: "by the state as it was last kept",
    edits: [change(unlocked, "const current = stateOn(retention, on)", "const current = retention")],
    caughtBy: [by("runtime", "policy/retention-reviewed-after-two-years.test.ts", "reading while a review is overdue")],
  },
]

const registered: readonly Planned[] = [
  {
    rule: "assets-registered",
    sabotage: "new table without an Asset entry",
    way: "in the collection",
    edits: [
      change(
        "db/collection/migrations/001-collection.ts",
        "const sqlite = [\n",
        'const sqlite = [\n  "create table visitor (address text)",\n',
      ),
    ],
    caughtBy: [by("test", "db/assets.test.ts", "the register and sqlite every column is declared")],
  },
  {
    rule: "assets-registered",
    sabotage: "new table without an Asset entry",
    way: "in the evidence store",
    edits: [
      change(
        "db/evidence/migrations/001-ledger.ts",
        "  return [\n",
        '  return [\n    "create table note (words text)",\n',
      ),
    ],
    caughtBy: [by("test", "db/assets.test.ts", "the register and sqlite every column is declared")],
  },
]

export const custodySabotages: readonly Planned[] = [...extracts, ...closing, ...retention, ...registered]
