/** Breaks the door: when it takes an answer, what it returns and stores, and who else learns of it (rules 9 to 11). */
import { by, change, type Planned, types } from "./sabotage.ts"

const refusals = "db/evidence/migrations/004-refusals.ts"
const policyWindow = "policy/window.ts"
const submit = "src/server/submit.ts"
const append = "db/collection/append.ts"
const migration = "db/collection/migrations/001-collection.ts"
const schema = "db/collection/schema.ts"
const closing = "db/collection/migrations/002-closing.ts"
const closed = "policy/collection-window.test.ts"
const page = "src/pages/document.tsx"
const kept = "yield* queue.store(matched, token, admitted.receivedOn)"

const windows: readonly Planned[] = [
  {
    rule: "collection-window",
    sabotage: "client clock",
    way: "the sender says on which day it is",
    edits: [
      change(
        submit,
        "  answers: Schema.Unknown,\n",
        "  answers: Schema.Unknown,\n  sentOn: Schema.optionalKey(Schema.String),\n",
      ),
      change(submit, "({ form, token, answers }: typeof", "({ form, token, answers, sentOn }: typeof"),
      change(submit, kept, kept.replace("admitted.receivedOn", "sentOn ?? admitted.receivedOn")),
    ],
    caughtBy: [by("schema", "policy/layers-agree.test.ts", "a submission says its form, its token and its answers")],
  },
  {
    rule: "collection-window",
    sabotage: "client clock",
    way: "any clock but the one that the door is given",
    edits: [change(policyWindow, "civilDate(yield* DateTime.now)", "civilDate(DateTime.makeUnsafe(Date.now()))")],
    caughtBy: [by("runtime", "policy/collection-window.test.ts", "is refused")],
  },
  {
    rule: "collection-window",
    sabotage: "23:30 UTC on 18 April (= 00:30 BST 19 April)",
    way: "at the door",
    edits: [change("policy/civil-day.ts", '"Europe/London"', '"UTC"')],
    caughtBy: [by("runtime", "policy/collection-window.test.ts", "half past midnight in London")],
  },
  {
    rule: "collection-window",
    sabotage: "23:30 UTC on 18 April (= 00:30 BST 19 April)",
    way: "where the keys of the day are made",
    edits: [change("db/keys/civil-day.ts", '"Europe/London"', '"UTC"')],
    caughtBy: [by("runtime", "db/keys.test.ts", "London")],
  },
  {
    rule: "collection-window",
    sabotage: "client clock",
    way: "the door gives the response a day of its own",
    edits: [
      change(
        "policy/response/admit.ts",
        "    receivedOn,\n",
        "    receivedOn: String(Object(input).sentOn ?? new Date().toISOString().slice(0, 10)),\n",
      ),
    ],
    caughtBy: [types("collection-window")],
  },
  {
    rule: "collection-window",
    sabotage: "insert by SQL after close",
    way: "on SQLite",
    edits: [change(closing, "when exists (select 1 from closing)", "when false")],
    caughtBy: [
      by("database", closed, "is refused by sqlite a response by SQL once the collection closes"),
      by("database", "db/collection-agrees.test.ts", "policy and sqlite agree on a response"),
    ],
  },
  {
    rule: "collection-window",
    sabotage: "insert by SQL after close",
    way: "on PostgreSQL",
    edits: [change(closing, "if exists (select 1 from closing)", "if false")],
    caughtBy: [
      by("database", closed, "is refused by postgres a response by SQL once the collection closes"),
      by("database", "db/collection-agrees.test.ts", "policy and postgres agree on a response"),
    ],
  },
  {
    rule: "collection-window",
    sabotage: "insert by SQL after close",
    way: "on its way while PostgreSQL is marked",
    edits: [
      change(
        "db/collection/emptying.ts",
        'share row exclusive mode`.execute(transaction)\n    await transaction\n      .insertInto("closing")',
        'access share mode`.execute(transaction)\n    await transaction\n      .insertInto("closing")',
      ),
    ],
    caughtBy: [by("database", closed, "the mark waits for what PostgreSQL is taking")],
  },
  {
    rule: "collection-window",
    sabotage: "insert by SQL after close",
    way: "and nobody compares the days",
    edits: [
      change(
        "policy/rules/collection-window.ts",
        'windowState(window, day) !== "open"',
        'windowState(window, day) === "not-open-yet"',
      ),
    ],
    caughtBy: [by("runtime", closed, "broken by an answer of 2027-05-20")],
  },
]

const router = "src/server/router.ts"
const updates = "policy/responses-are-anonymous-and-final.test.ts"

const anonymity: readonly Planned[] = [
  {
    rule: "responses-are-anonymous-and-final",
    sabotage: "return the row id",
    way: "in place of the receipt",
    edits: [change(router, "return makeReceipt()", "return { accepted: true, id: input.token }")],
    caughtBy: [types("raw-data-never-shared")],
  },
  {
    rule: "responses-are-anonymous-and-final",
    sabotage: "return the row id",
    way: "in the receipt",
    edits: [
      change(
        "policy/response/publishable.ts",
        "  readonly accepted: true\n",
        "  readonly accepted: true\n  readonly id: number\n",
      ),
      change("policy/response/publishable.ts", "({ accepted: true })", "({ accepted: true, id: 4711 })"),
    ],
    caughtBy: [
      types("responses-are-anonymous-and-final"),
      by("test", updates, "the receipt that is really sent does, and says one thing"),
    ],
  },
  {
    rule: "responses-are-anonymous-and-final",
    sabotage: "return the row id",
    way: "past the last look at a reply",
    edits: [
      change(
        "policy/response/publishable.ts",
        "(receipts.isOne(value) || matches.isOne(value))",
        '("accepted" in value || matches.isOne(value))',
      ),
    ],
    caughtBy: [by("schema", "policy/examples.test.ts", "responses-are-anonymous-and-final")],
  },
  {
    rule: "responses-are-anonymous-and-final",
    sabotage: "sequential ids",
    edits: [
      change(append, "const row = (", "let last = 0\n\nconst row = ("),
      change(append, "key: randomBytes(16),", 'key: Buffer.from((++last).toString(16).padStart(32, "0"), "hex"),'),
    ],
    caughtBy: [by("test", "db/append.test.ts", "append on sqlite keys do not show the order")],
  },
  {
    rule: "responses-are-anonymous-and-final",
    sabotage: "exact timestamps",
    way: "in a column of their own",
    edits: [change(schema, "readonly key: Uint8Array\n", "readonly key: Uint8Array\n  readonly received_at: string\n")],
    caughtBy: [types("responses-are-anonymous-and-final")],
  },
  {
    rule: "responses-are-anonymous-and-final",
    sabotage: "exact timestamps",
    way: "in the column of the day",
    edits: [change("db/day-check.ts", "`(octet_length(", "`(true or octet_length(")],
    caughtBy: [
      by("database", "db/append.test.ts", "append on sqlite the store refuses an instant in place of a day"),
      by("database", "db/collection-agrees.test.ts", "policy and sqlite agree on a response"),
    ],
  },
  {
    rule: "responses-are-anonymous-and-final",
    sabotage: "UPDATE an answer",
    way: "on SQLite",
    edits: [change(migration, "begin select raise(abort, ", "begin select iif(false, 'never', ")],
    caughtBy: [by("database", updates, "is refused by sqlite an update")],
  },
  {
    rule: "responses-are-anonymous-and-final",
    sabotage: "UPDATE an answer",
    way: "on PostgreSQL",
    edits: [change(migration, "begin raise exception 'a % is final', tg_table_name; end", "begin return null; end")],
    caughtBy: [by("database", updates, "is refused by postgres an update")],
  },
  {
    rule: "responses-are-anonymous-and-final",
    sabotage: "UPDATE an answer",
    way: "once it has been transferred",
    edits: [
      change(
        refusals,
        'table: "kept_response", on: "update", says',
        'table: "extract", on: "insert", when: "false", says',
      ),
    ],
    caughtBy: [by("database", "db/kept-responses.test.ts", "sqlite refuses to change an answer or a word")],
  },
]

const robots = `'<meta name="robots" content="noarchive">`

const firstParty: readonly Planned[] = [
  {
    rule: "first-party-only",
    sabotage: "add a CDN font or analytics tag",
    way: "a font in a style sheet",
    edits: [
      change(
        "src/style/tokens.css",
        "  --ink: #1f1833;\n",
        "  --ink: #1f1833;\n  --face: url(https://fonts.example/face.woff2);\n",
      ),
    ],
    caughtBy: [by("test", "policy/first-party-only.test.ts", "no source of the site names another host")],
  },
  {
    rule: "first-party-only",
    sabotage: "add a CDN font or analytics tag",
    way: "a tag on every page",
    edits: [change(page, robots, robots.replace("<", '<script src="https://stats.example/tag.js"></script><'))],
    caughtBy: [
      by("test", "pages/document.test.tsx", "landing loads nothing from elsewhere"),
      by("test", "policy/first-party-only.test.ts", "no source of the site names another host"),
    ],
  },
  {
    rule: "first-party-only",
    sabotage: "add a CDN font or analytics tag",
    way: "let through by the Content-Security-Policy",
    edits: [change(page, `"script-src 'self'"`, `"script-src 'self' https://stats.example"`)],
    caughtBy: [by("runtime", "policy/first-party-only.test.ts", "every way of loosening the policy")],
  },
  {
    rule: "first-party-only",
    sabotage: "cross-origin post",
    way: "from us to elsewhere, by script",
    edits: [change("src/browser/door.ts", '"/api/trpc"', '"https://elsewhere.example/api/trpc"')],
    caughtBy: [by("test", "policy/first-party-only.test.ts", "no source of the site names another host")],
  },
  {
    rule: "first-party-only",
    sabotage: "cross-origin post",
    way: "from us to elsewhere, by a form",
    edits: [change(page, `"form-action 'self'"`, `"form-action 'self' https:"`)],
    caughtBy: [by("runtime", "policy/first-party-only.test.ts", "every way of loosening the policy")],
  },
  {
    rule: "first-party-only",
    sabotage: "cross-origin post",
    way: "from elsewhere to us",
    edits: [
      change("src/server/same-origin.ts", `site !== "same-origin") return false`, `site === "none") return true`),
    ],
    caughtBy: [by("runtime", "server/wire.test.ts", "refused marked cross-site")],
  },
]

export const collectedSabotages: readonly Planned[] = [...windows, ...anonymity, ...firstParty]
