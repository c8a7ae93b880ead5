/** Loads columns and makes tables in its own process, so that time and memory can be measured. */
import { Effect } from "effect"
import type { Source } from "../db/connect.ts"
import { openEvidence } from "../db/evidence/evidence.ts"
import { CollectionWindow } from "../policy/window.ts"
import { readResponses, resolveReader } from "../src/tables/request/read-responses.ts"
import { parseRequest, type TableOptions, variablesOf } from "../src/tables/request/table-request.ts"
import { tabulateRequest } from "../src/tables/request/tabulate-request.ts"

export interface Tabulated {
  readonly loaded: number
  readonly loadSeconds: number
  /** By the clock: a server's own time is in it. */
  readonly loadWait: number
  readonly peakMegabytes: number
  readonly tables: readonly { readonly asked: string; readonly cells: number; readonly seconds: number }[]
}

const { source, cuts }: { readonly source: Source; readonly cuts: readonly TableOptions[] } = JSON.parse(
  process.argv[2] ?? "",
)

/** Processor time: other work on the machine changes it little. */
const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const result = await Effect.runPromise(
  Effect.gen(function* () {
    const asked = yield* Effect.forEach(cuts, parseRequest)
    const evidence = yield* openEvidence({ source, mode: "rehearsal" })
    const { person, team } = yield* resolveReader(evidence, "rehearsal", undefined)
    const [began, clock] = [spent(), performance.now()]
    const wanted = [...new Set(asked.flatMap(variablesOf))]
    const columns = yield* Effect.provide(readResponses({ evidence, source, person, wanted }), team)
    const [loadSeconds, loadWait] = [spent() - began, (performance.now() - clock) / 1000]
    const { maxRSS } = process.resourceUsage()
    const tables = yield* Effect.forEach(asked, (cut) =>
      Effect.gen(function* () {
        const before = spent()
        const { table, cut: text } = yield* tabulateRequest(cut, columns)
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
