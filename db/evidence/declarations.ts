/** Stores what named people declare, and reads it only if it matches the ledger, entry by entry. */
import { Effect, Schema } from "effect"
import { type Declared, readDeclared, subjectOf } from "../../policy/deployment/declaration.ts"
import { canonicalJson } from "../../policy/record/canonical-json.ts"
import type { EvidenceStore, Writing } from "./evidence-store.ts"
import { bodiesOf } from "./ledger-entries.ts"
import type { DeclarationTable } from "./schema.ts"

/** A withdrawn declaration is stored already: only the ledger records that it was withdrawn. */
export const keepDeclaration = async (transaction: Writing, declared: Declared): Promise<void> => {
  const { place, id, declaration, withdrawnOn } = declared
  if (withdrawnOn !== undefined) return
  const { kind, value } = declaration
  const { by: person, role, on: declared_on } = value
  const row = { place, id, kind, subject: subjectOf(declaration), value: canonicalJson(value), person, role }
  await transaction
    .insertInto("declaration")
    .values({ ...row, declared_on })
    .execute()
}

const readValue = Schema.decodeUnknownEffect(Schema.fromJsonString(Schema.Unknown))

const isAsColumns = ({ declaration }: Declared, { subject, person, role, declared_on }: DeclarationTable): boolean =>
  subjectOf(declaration) === subject &&
  declaration.value.by === person &&
  declaration.value.role === role &&
  declaration.value.on === declared_on

const restore = Effect.fnUntraced(function* (row: DeclarationTable, withdrawnOn: string | undefined) {
  const { place, id, kind } = row
  const declaration = { kind, value: yield* readValue(row.value) }
  return yield* readDeclared({ place, id, declaration, ...(withdrawnOn !== undefined && { withdrawnOn }) })
})

/** In the order of recording. A row without its entry, or an entry without its row, fails the whole. */
export const declarationsOf = Effect.fn("Evidence.declarations")(function* (store: EvidenceStore) {
  const rows = yield* store.run("declarationRows", ({ db }) =>
    db.selectFrom("declaration").selectAll().orderBy("place").execute(),
  )
  const made = yield* bodiesOf(store, "declaration-made")
  const withdrawn = new Map(
    (yield* bodiesOf(store, "declaration-withdrawn")).map(({ declaration, on }) => [String(declaration), on]),
  )
  if (made.length !== rows.length) return yield* store.inconsistent()
  return yield* Effect.forEach(rows, (row, at) =>
    Effect.gen(function* () {
      const declared = yield* restore(row, withdrawn.get(row.id)).pipe(Effect.mapError(store.inconsistent))
      const entry = made[at]
      if (entry?.declaration !== declared.id || entry.by !== row.role || !isAsColumns(declared, row))
        return yield* store.inconsistent()
      return declared
    }),
  )
})
