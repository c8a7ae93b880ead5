/** Nothing that names, dates or locates a child can be asked, sent or kept. */
import type { Breach } from "../breach.ts"
import type { StoredColumn } from "../data/asset.ts"
import { type DirectIdentifier, directIdentifiers } from "../data/category.ts"
import { type IdentifyingKey, identifyingKeys } from "../data/identifying-key.ts"
import { assets } from "../dpia/assets/register.ts"
import { everyQuestion, named } from "../facts/asked-question.ts"
import { seenOr } from "../facts/fact.ts"
import { contentBreaches, contentText } from "../facts/kept-content.ts"
import { schemaBreaches } from "../facts/schema-fault.ts"
import { decoderOf } from "../response/decoder.ts"
import { smallForm } from "../response/small-form.ts"
import { defineRule } from "../rule.ts"
import { judge, upheldUnless } from "../verdict.ts"

type Identifying<Q> = Q extends { readonly key: infer K extends string; readonly category: infer C }
  ? K extends IdentifyingKey
    ? K
    : [Extract<C, DirectIdentifier>] extends [never]
      ? never
      : K
  : never

export type NoDirectIdentifiers<Q> = [Identifying<Q>] extends [never]
  ? unknown
  : Breach<"no-direct-identifiers", `leave out question "${Identifying<Q>}": it could identify a child`>

const identifies = (key: string, category: string): boolean =>
  identifyingKeys.some((each) => each === key) || directIdentifiers.some((each) => each === category)

/** What the register says that a column holds; the name of a migration is nobody's. */
const heldIn = ({ store, table, column }: StoredColumn): string =>
  assets.find((asset) => asset.store === store && asset.table === table)?.columns?.[column] ?? "what nobody declared"

const couldHold = (stored: StoredColumn): boolean =>
  heldIn(stored) !== "schema-history" && identifies(stored.column.replaceAll("_", "-"), heldIn(stored))

const categoriesOf = (stored: readonly StoredColumn[]): string => [...new Set(stored.map(heldIn))].toSorted().join(", ")

export const noDirectIdentifiers = defineRule({
  id: "no-direct-identifiers",
  statement: "No name, address, date of birth, contact detail or identifying number is asked for or held.",
  source: { section: 1, quote: "will not collect or process any directly identifiable information from children" },
  law: ["UK GDPR Art 5(1)(c)", "UK GDPR Art 11", "UK GDPR Art 25"],
  enforcedBy: ["types", "schema", "runtime", "database", "test"],
  enforcedAt: [
    "surveys/authoring/form.ts#defineForm",
    "surveys/authoring/question.ts#question",
    "policy/response/admit.ts#admit",
    "db/collection/append.ts#append",
  ],
  audit: ({ forms, columns, content, schema }) =>
    judge({ forms, content, schema }, ({ forms, content, schema }) => {
      const asked = everyQuestion(forms)
      const identifying = asked.filter(({ question }) => identifies(question.key, question.category))
      const stored = seenOr(columns, [])
      const held = "unseen" in columns ? `; ${columns.unseen}` : `; ${stored.length} columns: ${categoriesOf(stored)}`
      return upheldUnless(
        [
          ...identifying.map((each) => `${named(each)} could identify a child`),
          ...stored
            .filter(couldHold)
            .map(({ store, table, column }) => `${store}.${table}.${column} could identify a child`),
          ...contentBreaches(content, "no-direct-identifiers"),
          ...schemaBreaches(schema, "no-direct-identifiers"),
        ],
        `none of ${asked.length} questions asks for an identifier${held}; ${contentText(content)}`,
      )
    }),
  examples: {
    decode: decoderOf(smallForm),
    accepts: { "answers to what was asked": { happy: "yes", change: { text: "More parks." } } },
    refuses: {
      ...Object.fromEntries(identifyingKeys.map((key) => [`${key} next to the answers`, { happy: "yes", [key]: "x" }])),
      "a name within an answer": { change: { text: "More parks.", name: "x" } },
      "a name as a row of a grid": { likes: { name: "yes" } },
      "a name as a choice": { happy: "x" },
      "a name instead of answers": "x",
    },
  },
})
