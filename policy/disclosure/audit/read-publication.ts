/** Reads a publication from JSON, and names the first thing that it does not understand. */
import { Effect, Predicate } from "effect"
import type { Attacker, Publication, PublishedCell, Relation } from "./publication.ts"
import { type AuditRefused, refuseAudit } from "./refused.ts"
import { repeatedKey } from "./repeated-key.ts"

type Parsed<A> = Effect.Effect<A, AuditRefused>

export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const notUnderstood = (problem: string, remedy: string): AuditRefused => refuseAudit("not-understood", problem, remedy)

const readThreshold = (threshold: unknown): Parsed<number | null> => {
  if (threshold === undefined || threshold === null) return Effect.succeed(null)
  if (isCount(threshold) && threshold > 0) return Effect.succeed(threshold)
  return Effect.fail(
    notUnderstood("the threshold is not a whole number from 1", "Give one, such as 10, or leave it out"),
  )
}

const readAttacker = (attacker: unknown): Parsed<Attacker> => {
  if (attacker === undefined) return Effect.succeed({ lowerBound: 0, integer: true })
  const remedy = 'Write "attacker": { "lower_bound": 0, "integer": true }'
  if (!Predicate.isObject(attacker)) return Effect.fail(notUnderstood("the attacker is not an object", remedy))
  const { lower_bound: lowerBound = 0, integer = true } = attacker as Record<string, unknown>
  if (!isCount(lowerBound) || typeof integer !== "boolean")
    return Effect.fail(
      notUnderstood("the attacker's lower bound is not a whole number, or integer is not true or false", remedy),
    )
  return Effect.succeed({ lowerBound, integer })
}

const readCell = (id: string, cell: unknown): Parsed<PublishedCell> => {
  const { value = null, published } = Predicate.isObject(cell) ? (cell as Record<string, unknown>) : {}
  if (typeof published !== "boolean")
    return Effect.fail(notUnderstood(`cell ${id} does not say whether it is published`, "Say true or false"))
  if (isCount(value) || (value === null && !published)) return Effect.succeed({ value, published })
  return Effect.fail(
    refuseAudit("not-a-count", `the value of cell ${id} is not a whole number from 0`, "Give counts of records"),
  )
}

const readRelation = (relation: unknown): Parsed<Relation> => {
  if (Array.isArray(relation) && relation.length > 1 && relation.every(Predicate.isString)) {
    const [total = "", ...children] = relation
    return Effect.succeed([total, ...children])
  }
  return Effect.fail(notUnderstood("a relation is not a list of cells", 'Write ["TOTAL", "CHILD", "CHILD"]'))
}

const known = ["threshold", "attacker", "cells", "relations"]

export const readPublication = Effect.fnUntraced(function* (text: string) {
  const unread = () => notUnderstood("the file is not JSON", "Save it as JSON in UTF-8")
  const input: unknown = yield* Effect.try({ try: () => JSON.parse(text), catch: unread })
  const repeated = repeatedKey(text)
  if (repeated !== undefined)
    return yield* refuseAudit("duplicate-cell", `${repeated} appears twice`, "Give each cell once")
  if (!Predicate.isObject(input) || Array.isArray(input))
    return yield* notUnderstood("the file is not an object", "Give threshold, attacker, cells and relations")
  const { threshold, attacker, cells, relations, ...others } = input as Record<string, unknown>
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) return yield* notUnderstood(`${unknown} is not known`, `Give only ${known.join(", ")}`)
  if (!Predicate.isObject(cells) || Array.isArray(cells))
    return yield* notUnderstood("there are no cells", 'Write "cells": { "ID": { "value": 4, "published": false } }')
  if (!Array.isArray(relations))
    return yield* notUnderstood("there are no relations", 'Write "relations": [["TOTAL", "CHILD", "CHILD"]], or []')
  const read: [string, PublishedCell][] = []
  for (const [id, cell] of Object.entries(cells)) read.push([id, yield* readCell(id, cell)])
  const sums: Relation[] = []
  for (const relation of relations) sums.push(yield* readRelation(relation))
  const publication: Publication = {
    threshold: yield* readThreshold(threshold),
    attacker: yield* readAttacker(attacker),
    cells: new Map(read),
    relations: sums,
  }
  return publication
})
