/** Compares the extracts with the ledger: one that was added, altered or taken out shows. */
import type { ExtractState } from "../custody/extract.ts"
import type { DecisionRecord } from "../record/decision-record.ts"

const short = (id: string): string => id.slice(0, 8)

/** Without records the ledger is at fault already. */
export const extractBreaches = (
  extracts: readonly ExtractState[],
  records: readonly DecisionRecord[] | undefined,
): readonly string[] => {
  if (records === undefined) return []
  const taken = new Map<string, string>()
  const certified = new Set<string>()
  for (const { kind, body } of records) {
    if (kind === "extract-taken") taken.set(body.extract, body.expiresOn)
    if (kind === "extract-deletion-certified") certified.add(body.extract)
  }
  const known = new Map<string, ExtractState>(extracts.map((extract) => [extract.facts.id, extract]))
  return [
    ...extracts.flatMap(({ state, facts: { id, expiresOn } }) => [
      ...(taken.get(id) === expiresOn ? [] : [`extract ${short(id)} is not as the ledger records it`]),
      ...(state === "taken" || certified.has(id)
        ? []
        : [`no entry of the ledger certifies that extract ${short(id)} is deleted`]),
    ]),
    ...[...taken.keys()]
      .filter((id) => !known.has(id))
      .map((id) => `the ledger records extract ${short(id)}, and the store has lost it`),
  ]
}
