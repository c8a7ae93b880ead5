/** Shows that cells determined by sums, for anyone or for an insider, are found exactly as slow elimination in fractions finds them. */
import { Effect } from "effect"
import { expect, test } from "vitest"
import { findChanges, findDetermined } from "../../../../policy/disclosure/audit/determined.ts"
import { findInsiderLeaks } from "../../../../policy/disclosure/audit/insider.ts"
import { type Equations, equationsOf, systemOf } from "../../../../policy/disclosure/audit/system.ts"
import { type Random, randomFrom, randomPublication } from "../../../support/disclosure/audit/random-publication.ts"

const count = process.env["FULL"] ? 10_000 : 500

type Row = readonly bigint[]

const isZero = (row: Row): boolean => row.every((each) => each === 0n)

/** The row without what the other can take from it: nothing is left in the other's first column. */
const less = (row: Row, other: Row): Row => {
  const at = other.findIndex((each) => each !== 0n)
  const [here = 0n, there = 0n] = [row[at], other[at]]
  return here === 0n ? row : row.map((each, column) => each * there - (other[column] ?? 0n) * here)
}

/** Rows of which none is a sum of others, over the rationals, by fraction-free elimination with big integers. */
const basisOf = (rows: readonly Row[]): readonly Row[] =>
  rows.reduce<readonly Row[]>((basis, row) => {
    const left = basis.reduce(less, row)
    return isZero(left) ? basis : [...basis, left]
  }, [])

const dense = ({ columns, starts, indices, coefficients }: Equations): bigint[][] =>
  Array.from({ length: starts.length - 1 }, (_, row) => {
    const line = new Array<bigint>(columns).fill(0n)
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++) line[indices[k] ?? 0] = BigInt(coefficients[k] ?? 0)
    return line
  })

const unit = (columns: number, at: number): bigint[] =>
  Array.from({ length: columns }, (_, each) => (each === at ? 1n : 0n))

/** A cell is determined if an equation for it alone follows from the others: if adding it does not raise the rank. */
const givenAway = (rows: readonly Row[], columns: number): readonly number[] => {
  const basis = basisOf(rows)
  return [...Array(columns).keys()].filter((at) => isZero(basis.reduce(less, unit(columns, at))))
}

test(`${count} random tables: exactly the cells that the rank determines are found, with their values proved`, () => {
  let given = 0
  let unproved = 0
  for (let seed = 0; seed < count; seed++) {
    const publication = randomPublication(randomFrom(seed))
    const system = systemOf(publication)
    const { columns } = system.equations
    const found = Effect.runSync(findDetermined(system))
    const truth = givenAway(dense(system.equations), columns)
    expect(
      found.map(({ cell }) => cell),
      `table ${seed}`,
    ).toEqual(truth.map((column) => system.ids[column]))
    for (const { cell, value } of found)
      if (value === undefined) unproved += 1
      else expect(value, `cell ${cell} of table ${seed}`).toBe(publication.cells.get(cell)?.value)
    given += truth.length
  }
  expect(given).toBeGreaterThan(count / 4)
  // If the equations give only elevenths or thirteenths of a cell, it is found without its value.
  expect(unproved).toBeLessThanOrEqual(given / 1_000)
})

/** Equations with arbitrary coefficients, which need halves and thirds. */
const randomEquations = (random: Random): Equations => {
  const columns = 3 + Math.floor(random() * 5)
  const rows = Array.from({ length: 1 + Math.floor(random() * columns) }, () => {
    const line = Array.from({ length: columns }, () => (random() < 0.5 ? 0 : Math.floor(random() * 5) - 2))
    const indices = [...line.keys()].filter((column) => line[column] !== 0)
    return { indices, coefficients: indices.map((column) => line[column] ?? 0), sum: 0 }
  })
  return equationsOf(
    columns,
    rows.filter(({ indices }) => indices.length > 0),
  )
}

test("finds every determined cell when coefficients are not 1, and checks every change", () => {
  for (let seed = 0; seed < count; seed++) {
    const equations = randomEquations(randomFrom(seed))
    const found = Effect.runSync(
      Effect.result(findDetermined({ ids: [...Array(equations.columns).keys()].map(String), equations })),
    )
    if (found._tag === "Failure") continue
    const truth = givenAway(dense(equations), equations.columns).map(String)
    expect(found.success.map(({ cell }) => cell)).toEqual(expect.arrayContaining(truth))
    const { changes } = Effect.runSync(findChanges(equations))
    for (const change of changes)
      for (const row of dense(equations))
        expect(row.reduce((sum, each, column) => sum + each * BigInt(change[column] ?? 0), 0n)).toBe(0n)
  }
})

test("an insider learns exactly the cells that her own cell determines", () => {
  let learnt = 0
  for (let seed = 0; seed < count / 5; seed++) {
    const publication = randomPublication(randomFrom(seed))
    const system = systemOf(publication)
    const rows = dense(system.equations)
    const { columns } = system.equations
    const known = givenAway(rows, columns)
    const truth = system.ids.flatMap((insider, own) => {
      if (publication.cells.get(insider)?.value !== 1 || known.includes(own)) return []
      const learns = givenAway([...rows, unit(columns, own)], columns).filter((at) => at !== own && !known.includes(at))
      return learns.map((at) => `${insider} learns ${system.ids[at]}`)
    })
    const found = Effect.runSync(findInsiderLeaks(publication, system)).map(
      (leak) => `${leak.insider} learns ${leak.learns}`,
    )
    expect(found.toSorted(), `table ${seed}`).toEqual(truth.toSorted())
    learnt += truth.length
  }
  expect(learnt).toBeGreaterThan(20)
})
