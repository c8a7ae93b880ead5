/** Declares the variables of made-up tables: the finest categories of each are its leaves, and bands hold them as the tables say. */
import type { DeclaredVariables } from "../../../policy/release/declared-variables.ts"
import type { ProposalDraft } from "../../../policy/release/proposal.ts"
import { readCut } from "../../../policy/release/read-cut.ts"

type Draft = Pick<ProposalDraft, "cut" | "dimensions" | "hierarchies">

/** For each variable that is coarser than another: that one, and what each of its categories holds. */
export type Coarser = Readonly<
  Record<string, { readonly of: string; readonly holds: Readonly<Record<string, readonly string[]>> }>
>

/** A request has no space in a key. */
const keyOf = (words: string): string => words.replaceAll(" ", "-")

const waysOf = ({ cut, dimensions, hierarchies }: Draft) =>
  (readCut(cut)?.dimensions ?? []).map(([leaf = "", ...above], at) => ({
    ...{ leaf, above },
    leaves: hierarchies[at]?.leaves ?? [],
    parents: hierarchies[at]?.parents ?? {},
    isSensitive: dimensions[at]?.sensitive !== false,
  }))

export const declaredFor = (drafts: readonly Draft[], coarser: Coarser = {}): DeclaredVariables => {
  const ways = drafts.flatMap(waysOf)
  const known = new Map<string, (typeof coarser)[string]>(Object.entries(coarser))
  for (const { leaf, above, leaves, parents } of ways)
    for (const [level, name] of above.entries())
      if (level === 0)
        known.set(name, {
          of: leaf,
          holds: Object.groupBy(leaves, (each) => parents[each] ?? each) as Record<string, string[]>,
        })
  const bases = [...new Set(ways.map(({ leaf }) => known.get(leaf)?.of ?? leaf))].map((name) => ({
    name,
    categories: [
      ...new Set([
        ...ways.filter(({ leaf }) => leaf === name).flatMap(({ leaves }) => leaves),
        ...[...known.values()].filter(({ of }) => of === name).flatMap(({ holds }) => Object.values(holds).flat()),
      ]),
    ],
  }))
  const leafAt = (base: number, category: string): number => bases[base]?.categories.indexOf(category) ?? 0
  return {
    bases: bases.map(({ name, categories }) => ({
      name,
      leaves: categories.length,
      isItem: false,
      isSensitive: ways.some(({ leaf, isSensitive }) => leaf === name && isSensitive),
    })),
    variables: bases.flatMap(({ name, categories }, base) => [
      {
        ...{ name, title: name, base },
        categories: categories.map((words) => ({ key: keyOf(words), words, leaves: [leafAt(base, words)] })),
      },
      ...[...known].flatMap(([above, { of, holds }]) =>
        of === name
          ? [
              {
                ...{ name: above, title: above, base },
                categories: Object.entries(holds).map(([words, held]) => ({
                  ...{ key: keyOf(words), words },
                  leaves: held.map((each) => leafAt(base, each)),
                })),
              },
            ]
          : [],
      ),
    ]),
  }
}
