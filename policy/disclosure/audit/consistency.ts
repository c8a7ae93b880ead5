/** Refuses a publication with an unknown cell, a cell that is part of itself, wrong sums, or small counts and nothing withheld. */
import { Effect } from "effect"
import type { Publication, Relation } from "./publication.ts"
import { type AuditRefused, refuseAudit } from "./refused.ts"
import { publishedSmallCells } from "./verdict.ts"

const findUnknownCell = ({ cells, relations }: Publication): AuditRefused | undefined => {
  for (const relation of relations)
    for (const id of relation)
      if (!cells.has(id))
        return refuseAudit(
          "unknown-cell",
          `a relation names ${id}, which is not among the cells`,
          "Add it to the cells",
        )
  return undefined
}

const findRepeatedPart = ({ relations }: Publication): AuditRefused | undefined => {
  for (const [total, ...children] of relations)
    if (new Set(children).size < children.length)
      return refuseAudit("duplicate-cell", `a cell is twice among the parts of ${total}`, "Leave each in once")
  return undefined
}

/** Walks from totals to parts without recursion, since a file may nest to any depth. */
const findLoop = ({ relations }: Publication): AuditRefused | undefined => {
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
        return refuseAudit("hierarchy-loop", `${child} is part of itself`, "Take out the relation that closes the loop")
      } else if (!done.has(child)) {
        above.add(child)
        path.push({ id: child, next: 0 })
      }
    }
  }
  return undefined
}

const findUnequalSum = ({ cells, relations }: Publication): AuditRefused | undefined => {
  const value = (id: string): number => cells.get(id)?.value ?? Number.NaN
  const differs = ([total, ...children]: Relation): boolean => {
    const difference = children.reduce((sum, id) => sum + value(id), -value(total))
    return !Number.isNaN(difference) && difference !== 0
  }
  const fault = relations.find(differs)
  if (!fault) return undefined
  return refuseAudit(
    "margins-do-not-add-up",
    `the parts of ${fault[0]} do not add up to it`,
    "Correct the counts or the relation",
  )
}

const findUnprotected = (publication: Publication): AuditRefused | undefined => {
  const [small] = publishedSmallCells(publication)
  if (small === undefined || ![...publication.cells.values()].every(({ published }) => published)) return undefined
  return refuseAudit(
    "nothing-withheld",
    `no cell is withheld, though ${small} is under the threshold`,
    "Say which cells are not published",
  )
}

/** Returns the publication, or the first fault. */
export const checkConsistency = (publication: Publication): Effect.Effect<Publication, AuditRefused> => {
  for (const check of [findUnknownCell, findRepeatedPart, findLoop, findUnequalSum, findUnprotected]) {
    const fault = check(publication)
    if (fault) return Effect.fail(fault)
  }
  return Effect.succeed(publication)
}
