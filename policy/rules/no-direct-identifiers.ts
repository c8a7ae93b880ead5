/** Nothing that names, dates or locates a child can be asked, sent or kept. */
import { Effect, Option } from "effect"
import { assets } from "../assets/register.ts"
import type { Breach } from "../breach.ts"
import { type DirectIdentifier, directIdentifiers } from "../data/category.ts"
import type { FormDraft } from "../data/form.ts"
import { type IdentifyingKey, identifyingKeys } from "../data/identifying-key.ts"
import { AskedForms, everyQuestion, named } from "../evidence/asked-forms.ts"
import { type StoredColumn, StoredColumns } from "../evidence/stored-columns.ts"
import type { QuestionOf } from "../question-of.ts"
import { defineRule, noneOf } from "../rule.ts"
import { readSmallForm } from "../small-form.ts"

type Identifying<Q> = Q extends { readonly key: infer K extends string; readonly category: infer C }
  ? K extends IdentifyingKey
    ? K
    : [Extract<C, DirectIdentifier>] extends [never]
      ? never
      : K
  : never

export type NoDirectIdentifiers<F extends FormDraft> = [Identifying<QuestionOf<F>>] extends [never]
  ? unknown
  : Breach<"no-direct-identifiers", `leave out question "${Identifying<QuestionOf<F>>}": it could identify a child`>

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
  audit: Effect.gen(function* () {
    const asked = everyQuestion(yield* AskedForms)
    const identifying = asked.filter(({ question }) => identifies(question.key, question.category))
    const stored = Option.getOrElse(yield* Effect.serviceOption(StoredColumns), (): readonly StoredColumn[] => [])
    const held = stored.length === 0 ? "; no store is open here" : `; ${stored.length} columns: ${categoriesOf(stored)}`
    return noneOf(
      [
        ...identifying.map((each) => `${named(each)} could identify a child`),
        ...stored
          .filter(couldHold)
          .map(({ store, table, column }) => `${store}.${table}.${column} could identify a child`),
      ],
      `none of ${asked.length} questions asks for an identifier${held}`,
    )
  }),
  examples: {
    decode: readSmallForm,
    accepts: { "answers to what was asked": { happy: "yes", change: { text: "More parks." } } },
    refuses: {
      ...Object.fromEntries(identifyingKeys.map((key) => [`${key} beside the answers`, { happy: "yes", [key]: "x" }])),
      "a name within an answer": { change: { text: "More parks.", name: "x" } },
      "a name as a row of a grid": { likes: { name: "yes" } },
      "a name as a choice": { happy: "x" },
      "a name instead of answers": "x",
    },
  },
})
