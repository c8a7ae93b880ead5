/** What becomes of the postcode (rules 12 and 13). */
import { by, change, type Planned, remove, types } from "./sabotage.ts"

const submit = "src/server/submit.ts"
const schema = "db/collection/schema.ts"
const match = "db/geography/match.ts"

const geography: readonly Planned[] = [
  {
    rule: "postcode-only-for-geography",
    sabotage: "import `match` elsewhere",
    edits: [
      change(
        "src/server/sealing-queue.ts",
        "import { sealGroup } from",
        'import { match } from "../../db/geography/match.ts"\nexport const whereabouts = match\nimport { sealGroup } from',
      ),
    ],
    caughtBy: [by("test", "architecture/makers.test.ts", "a postcode is matched in one place")],
  },
  {
    rule: "postcode-only-for-geography",
    sabotage: "return sector-level geography",
    edits: [
      change("db/geography/made-up.ts", "imdDecile: index + 1 })", "imdDecile: index + 1, sector: council.words })"),
    ],
    caughtBy: [
      types("postcode-only-for-geography"),
      by("test", "policy/postcode-only-for-geography.test.ts", "is upheld for the geography in use"),
    ],
  },
  {
    rule: "postcode-only-for-geography",
    sabotage: "return sector-level geography",
    way: "the neighbourhood without a use for it, from the imported geography",
    edits: [
      change(
        "db/geography/imported.ts",
        "return use ? withNeighbourhood(match, lsoaCode(lsoas[at] ?? 0), use) : match",
        "return onlyPermitted({ ...match, lsoa: lsoaCode(lsoas[at] ?? 0) })",
      ),
    ],
    caughtBy: [types("postcode-only-for-geography"), by("test", "db/geography-import.test.ts", "without any LSOA")],
  },
  {
    rule: "postcode-only-for-geography",
    sabotage: "return sector-level geography",
    way: "the neighbourhood without a use for it, and let the audit pass it",
    edits: [change("policy/rules/postcode-only-for-geography.ts", '...(neighbourhoodUse ? ["lsoa"] : [])', '"lsoa"')],
    caughtBy: [by("test", "policy/postcode-only-for-geography.test.ts", "is broken without a recorded use")],
  },
]

const unwrapped = "  const bytes = Redacted.value(postcode)\n"
const put = "put it in `Matched`, a row, a log, an error"
const gone = "policy/postcode-destroyed-after-matching.test.ts"
const refusal = "Effect.fail(notUnderstood(form, firstPath(result.failure.issue)))"

const destruction: readonly Planned[] = [
  {
    rule: "postcode-destroyed-after-matching",
    sabotage: "unwrap it in a second place",
    way: "as it is unwrapped in the first",
    edits: [
      change(submit, 'import { Effect, Schema } from "effect"', 'import { Effect, Redacted, Schema } from "effect"'),
      change(
        submit,
        "  const matched =",
        "  if (Redacted.isRedacted(admitted.postcode)) Redacted.value(admitted.postcode)\n  const matched =",
      ),
    ],
    caughtBy: [by("test", "architecture/makers.test.ts", "the home postcode is unwrapped in one place")],
  },
  {
    rule: "postcode-destroyed-after-matching",
    sabotage: "unwrap it in a second place",
    way: "by another name",
    edits: [
      change(
        submit,
        'import { Effect, Schema } from "effect"',
        'import { Effect, Schema } from "effect"\nimport { isRedacted, value } from "effect/Redacted"',
      ),
      change(
        submit,
        "  const matched =",
        "  if (isRedacted(admitted.postcode)) value(admitted.postcode)\n  const matched =",
      ),
    ],
    caughtBy: [by("test", "architecture/makers.test.ts", "the home postcode is unwrapped in one place")],
  },
  {
    rule: "postcode-destroyed-after-matching",
    sabotage: put,
    way: "`Matched`",
    edits: [
      change(
        match,
        "withoutPostcode({ form, answers, geography })",
        "withoutPostcode({ form, answers, geography, postcode })",
      ),
    ],
    caughtBy: [types("postcode-destroyed-after-matching")],
  },
  {
    rule: "postcode-destroyed-after-matching",
    sabotage: put,
    way: "a row",
    edits: [
      change(schema, "readonly key: Uint8Array\n", "readonly key: Uint8Array\n  readonly home_postcode: string\n"),
    ],
    caughtBy: [types("responses-are-anonymous-and-final")],
  },
  {
    rule: "postcode-destroyed-after-matching",
    sabotage: put,
    way: "a log",
    edits: [change(match, unwrapped, `${unwrapped}  yield* Effect.log(new TextDecoder().decode(bytes))\n`)],
    caughtBy: [by("test", "architecture.test.ts", "nothing prints but the command line and the launcher")],
  },
  {
    rule: "postcode-destroyed-after-matching",
    sabotage: put,
    way: "an error",
    edits: [
      change(
        "policy/response/admit.ts",
        refusal,
        refusal
          .replace("Effect.fail(", "Effect.fail({ ...")
          .replace(/\)$/, ", remedy: JSON.stringify(input) } as never)"),
      ),
    ],
    caughtBy: [by("runtime", "policy/admit.test.ts", "a postcode that is an address")],
  },
  {
    rule: "postcode-destroyed-after-matching",
    sabotage: "skip the wipe",
    way: "of the bytes",
    edits: [remove(match, "  bytes.fill(0)\n")],
    caughtBy: [
      by("runtime", gone, "from memory of ours"),
      by("runtime", "policy/admit.test.ts", "is wiped by the match"),
    ],
  },
  {
    rule: "postcode-destroyed-after-matching",
    sabotage: "skip the wipe",
    way: "of what held them",
    edits: [remove(match, "  Redacted.wipeUnsafe(postcode)\n")],
    caughtBy: [by("runtime", gone, "from memory of ours")],
  },
]

export const postcodeSabotages: readonly Planned[] = [...geography, ...destruction]
