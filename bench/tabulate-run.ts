/** A loading and its tables alone, in a process of its own, so that what it takes is known. */
import { Effect } from "effect"
import type { Source } from "../db/connect.ts"
import { openEvidence } from "../db/evidence/evidence.ts"
import { CollectionWindow } from "../policy/window.ts"
import { cutTable } from "../src/asking/answered.ts"
import { type Asked, cutFrom, variablesOf } from "../src/asking/cut.ts"
import { responses, whoAsks } from "../src/asking/responses.ts"

export interface Tabulated {
  readonly loaded: number
  readonly loadSeconds: number
  /** By the clock: a server's own time is in it. */
  readonly loadWait: number
  readonly peakMegabytes: number
  readonly tables: readonly { readonly asked: string; readonly cells: number; readonly seconds: number }[]
}

const { source, cuts }: { readonly source: Source; readonly cuts: readonly Asked[] } = JSON.parse(process.argv[2] ?? "")

/** Processor time, which others on the machine lengthen less. */
const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const result = await Effect.runPromise(
  Effect.gen(function* () {
    const asked = yield* Effect.forEach(cuts, cutFrom)
    const evidence = yield* openEvidence({ source, mode: "rehearsal" })
    const { person, team } = yield* whoAsks(evidence, "rehearsal", undefined)
    const [began, clock] = [spent(), performance.now()]
    const wanted = [...new Set(asked.flatMap(variablesOf))]
    const columns = yield* Effect.provide(responses({ evidence, source, person, wanted }), team)
    const [loadSeconds, loadWait] = [spent() - began, (performance.now() - clock) / 1000]
    const { maxRSS } = process.resourceUsage()
    const tables = yield* Effect.forEach(asked, (cut) =>
      Effect.gen(function* () {
        const before = spent()
        const { table, cut: text } = yield* cutTable(cut, columns)
        return { asked: text, cells: table.lattice.size, seconds: spent() - before }
      }),
    )
    return {
      loaded: columns.responses,
      loadSeconds,
      loadWait,
      peakMegabytes: maxRSS / 1024,
      tables,
    } satisfies Tabulated
  }).pipe(Effect.provideService(CollectionWindow, "always"), Effect.scoped),
)
process.send?.(result)
