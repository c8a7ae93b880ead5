/** A publication is audited only if it can be true: every cell is known, nothing is part of itself, all that is known adds up, and something is withheld where anything is small. */
import { Effect } from "effect"
import type { Publication, Relation } from "./publication.ts"
import { type AuditRefused, refused } from "./refused.ts"
import { shownSmall } from "./verdict.ts"

const unknownCell = ({ cells, relations }: Publication): AuditRefused | undefined => {
  for (const relation of relations)
    for (const id of relation)
      if (!cells.has(id))
        return refused("unknown-cell", `a relation names ${id}, which is no cell`, "Add it to the cells")
  return undefined
}

const repeated = ({ relations }: Publication): AuditRefused | undefined => {
  for (const [total, ...children] of relations)
    if (new Set(children).size < children.length)
      return refused("duplicate-cell", `a cell is twice among the parts of ${total}`, "Leave each in once")
  return undefined
}

/** Walks from totals to parts without recursion, since a file may nest as deep as it likes. */
const loop = ({ relations }: Publication): AuditRefused | undefined => {
  const parts = new Map<string, string[]>()
  for (const [total, ...children] of relations) {
    const known = parts.get(total)
    if (known) for (const child of children) known.push(child)
    else parts.set(total, children)
  }
  const done = new Set<string>()
  for (const start of parts.keys()) {
    const path: { readonly id: string; next: number }[] = done.has(start) ? [] : [{ id: start, next: 0 }]
    const above = new Set<string>([start])
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const child = parts.get(at.id)?.[at.next++]
      if (child === undefined) {
        done.add(at.id)
        above.delete(at.id)
        path.pop()
      } else if (above.has(child)) {
        return refused("hierarchy-loop", `${child} is part of itself`, "Take out the relation that closes the loop")
      } else if (!done.has(child)) {
        above.add(child)
        path.push({ id: child, next: 0 })
      }
    }
  }
  return undefined
}

const unequal = ({ cells, relations }: Publication): AuditRefused | undefined => {
  const value = (id: string): number => cells.get(id)?.value ?? Number.NaN
  const differs = ([total, ...children]: Relation): boolean => {
    const difference = children.reduce((sum, id) => sum + value(id), -value(total))
    return !Number.isNaN(difference) && difference !== 0
  }
  const wrong = relations.find(differs)
  if (!wrong) return undefined
  return refused(
    "margins-do-not-add-up",
    `the parts of ${wrong[0]} do not add up to it`,
    "Correct the counts or the relation",
  )
}

const unmasked = (publication: Publication): AuditRefused | undefined => {
  const [small] = shownSmall(publication)
  if (small === undefined || ![...publication.cells.values()].every(({ published }) => published)) return undefined
  return refused(
    "nothing-withheld",
    `no cell is withheld, though ${small} is under the threshold`,
    "Say which cells are not published",
  )
}

/** Succeeds with the publication, or refuses the first thing wrong with it. */
export const consistent = (publication: Publication): Effect.Effect<Publication, AuditRefused> => {
  for (const check of [unknownCell, repeated, loop, unequal, unmasked]) {
    const wrong = check(publication)
    if (wrong) return Effect.fail(wrong)
  }
  return Effect.succeed(publication)
}
