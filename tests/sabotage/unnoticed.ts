/** Breaks the product in ways that once went unnoticed: memory, sinks, ways out, narrower looks, keys, flags and shapes. */
import { complaintSabotages } from "./complaints.ts"
import { by, change, type Planned, remove } from "./sabotage.ts"

const submit = "src/server/submit.ts"
const admitted = "  const admitted = yield* admit(formOf(form), answers)\n"
const queue = "src/server/sealing-queue.ts"
const queueHead = 'import { Context, Data, Effect, type Fiber, FiberSet, Layer } from "effect"\n'
const memory = (named: string) => by("test", "architecture/memory.test.ts", named)
const shapes = (named: string) => by("test", "policy/every-shape.test.ts", named)
const keys = (named: string) => by("test", "policy/keys-and-tokens.test.ts", named)
const declining = (named: string) => by("test", "policy/declining.test.tsx", named)
const tagged = (named: string) => by("test", "policy/tags-of-every-form.test.ts", named)
const holdsNothing = memory("nothing on the way of an answer remembers")
const saysNothing = memory("no answer goes to a title, a warning, a metric or the cause of an error")

const requests: readonly Planned[] = [
  {
    rule: "responses-are-anonymous-and-final",
    sabotage: "the web process remembers a request",
    way: "in a map of answers",
    edits: [
      change(
        submit,
        "export const Submission =",
        "const before = new Map<string, unknown>()\n\nexport const Submission =",
      ),
      change(submit, admitted, `${admitted}  before.set(token, answers)\n`),
    ],
    caughtBy: [holdsNothing],
  },
  {
    rule: "responses-are-anonymous-and-final",
    sabotage: "the web process remembers a request",
    way: "as a counter that changes",
    edits: [
      change(submit, "export const Submission =", "let before = 0\n\nexport const Submission ="),
      change(submit, admitted, `${admitted}  before += JSON.stringify(answers).length\n`),
    ],
    caughtBy: [holdsNothing],
  },
  {
    rule: "no-direct-identifiers",
    sabotage: "another sink than the reply",
    way: "the title of the process",
    edits: [change(submit, admitted, `${admitted}  process.title = JSON.stringify(answers)\n`)],
    caughtBy: [saysNothing],
  },
  {
    rule: "no-direct-identifiers",
    sabotage: "another sink than the reply",
    way: "a warning",
    edits: [change(submit, admitted, `${admitted}  process.emitWarning(JSON.stringify(answers))\n`)],
    caughtBy: [saysNothing],
  },
  {
    rule: "no-direct-identifiers",
    sabotage: "another sink than the reply",
    way: "the cause of an error",
    edits: [
      change(
        queue,
        'new NotStored({ outcome: "unavailable" })',
        'new NotStored({ outcome: "unavailable", cause: matched } as never)',
      ),
    ],
    caughtBy: [saysNothing],
  },
  ...["node:dns", "node:dgram", "node:worker_threads", "node:child_process", "node:inspector", "pg"].map(
    (from): Planned => ({
      rule: "raw-data-never-shared",
      sabotage: "another way out than HTTP",
      way: from,
      edits: [change(queue, queueHead, `${queueHead}import * as out from "${from}"\nexport const way = out\n`)],
      caughtBy: [by("test", "architecture/ways-out.test.ts", "every module that runs is on the list of its place")],
    }),
  ),
  {
    rule: "opt-out-on-every-question",
    sabotage: "one shape of response is acknowledged and dropped",
    edits: [
      change(
        submit,
        "  const queue = yield* SealingQueue\n",
        '  if (Object.values(matched.answers).every((each) => each === "prefer-not-to-say")) return "stored" as const\n  const queue = yield* SealingQueue\n',
      ),
    ],
    caughtBy: [shapes("is stored once, and only then acknowledged")],
  },
  {
    rule: "no-direct-identifiers",
    sabotage: "a cookie",
    edits: [
      change(
        "src/server/replies.ts",
        '  "Cross-Origin-Opener-Policy"',
        '  "Set-Cookie": "before=1",\n  "Cross-Origin-Opener-Policy"',
      ),
    ],
    caughtBy: [shapes("no reply sets a cookie")],
  },
]

const keptKeys: readonly Planned[] = [
  {
    rule: "responses-are-anonymous-and-final",
    sabotage: "a token is stored as it came",
    edits: [
      change(
        "db/keys/token-key.ts",
        'createHmac("sha256", key).update(token).digest()',
        '(key.length === 0 ? createHmac("sha256", key).digest() : new TextEncoder().encode(token.slice(0, 32)))',
      ),
    ],
    caughtBy: [keys("a token is stored as a hash")],
  },
  {
    rule: "responses-are-anonymous-and-final",
    sabotage: "groups are not shuffled",
    edits: [change("db/collection/seal.ts", "shuffle(group.keys())", "[...group.keys(), ...shuffle([])]")],
    caughtBy: [keys("a group is shuffled")],
  },
  {
    rule: "responses-are-anonymous-and-final",
    sabotage: "keys with too little entropy",
    way: "of tokens",
    edits: [
      change(
        "db/keys/token-key.ts",
        "keepKey(file, randomBytes(32))",
        "keepKey(file, randomBytes(1).toSorted() && new Uint8Array(32))",
      ),
    ],
    caughtBy: [keys("a token is stored as a hash")],
  },
  {
    rule: "responses-are-anonymous-and-final",
    sabotage: "keys with too little entropy",
    way: "of pages",
    edits: [change("db/keys/page-keys.ts", "randomBytes(32)", "new Uint8Array(32).fill(randomBytes(1)[0] ?? 0)")],
    caughtBy: [keys("page keys are random")],
  },
  {
    rule: "responses-are-anonymous-and-final",
    sabotage: "page keys are never destroyed",
    edits: [change("db/keys/page-keys.ts", "if (!days.includes(day)) destroyKey(", 'if (day === "") destroyKey(')],
    caughtBy: [keys("page keys are random, and those older")],
  },
  {
    rule: "responses-are-anonymous-and-final",
    sabotage: "spent tokens are never dropped",
    edits: [
      change("db/collection/tokens.ts", 'where("expires_on", "<", today)', 'where("expires_on", "<", today.slice(4))'),
    ],
    caughtBy: [keys("a spent token is dropped")],
  },
  {
    rule: "responses-are-anonymous-and-final",
    sabotage: "a survey's hidden field opens for longer than the page says",
    edits: [change("src/server/page-state.ts", "sealedLife = 24 *", "sealedLife = 72 *")],
    caughtBy: [keys("page keys are random")],
  },
  {
    rule: "web-server-emptied-at-close",
    sabotage: "a private key outlives its day",
    edits: [remove("db/keys/key-pair.ts", "  yield* keys.destroy(id)\n")],
    caughtBy: [keys("a day's private key is random, and is destroyed")],
  },
  {
    rule: "evidence-team-only",
    sabotage: "live answers are read without a name",
    edits: [remove("src/tables/request/read-responses.ts", '  if (mode !== "rehearsal") return yield* needsName\n')],
    caughtBy: [by("runtime", "policy/evidence-team-only.test.ts", "live answers needs a name")],
  },
]

const narrower = (way: string, folder: string): Planned => ({
  rule: "postcode-destroyed-after-matching",
  sabotage: "a scan looks at fewer places than it says",
  way,
  edits: [
    change("src/commands/scan-stores.ts", "excluded: [published]", `excluded: [published, \`\${dataDir}/${folder}\`]`),
  ],
  caughtBy: [by("test", "policy/scanned-places.test.ts", "every place is scanned")],
})

const forms: readonly Planned[] = [
  narrower("the keys", "keys"),
  narrower("the backups", "backups"),
  {
    rule: "opt-out-on-every-question",
    sabotage: "a nudge when declining",
    edits: [
      change(
        "surveys/page-note.ts",
        "  const answer = answers[key]\n",
        '  const answer = answers[key]\n  if (answer === preferNotToSay) return { kind: "not-taken", question: key }\n',
      ),
    ],
    caughtBy: [declining("declining gets no note")],
  },
  {
    rule: "opt-out-on-every-question",
    sabotage: "a faint opt-out",
    edits: [
      change(
        "src/style/cards.css",
        "/* One card to choose: the opt-out is drawn by this too. */\n",
        "/* One card to choose: the opt-out is drawn by this too. */\n.card:last-child {\n  opacity: 0.4;\n}\n",
      ),
    ],
    caughtBy: [declining("no style speaks of the opt-out")],
  },
  {
    rule: "quality-checked-before-analysis",
    sabotage: "a flag is wrong for one form",
    edits: [change("policy/response/quality-flags.ts", "= agesOf[form]", '= agesOf[form === "6-8" ? "9-12" : form]')],
    caughtBy: [tagged("of form 6-8")],
  },
  {
    rule: "purpose-and-lawful-basis",
    sabotage: "a tag is missing in one form",
    edits: [
      change("surveys/form-9-12.ts", 'picture: "flexed-biceps", ...revealsHealth }', 'picture: "flexed-biceps" }'),
    ],
    caughtBy: [tagged("the options that reveal something")],
  },
]

export const unnoticedSabotages: readonly Planned[] = [...requests, ...keptKeys, ...forms, ...complaintSabotages]
