/** Explores or copies the responses of one deployment in its own process. */
import { readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { Evidence } from "../db/evidence/evidence.ts"
import type { PersonId } from "../policy/capability/member.ts"
import { daysAfter, today } from "../policy/civil-day.ts"
import { formIds } from "../policy/data/form-id.ts"
import { agesOf } from "../policy/data/form-scope.ts"
import { CollectionWindow } from "../policy/window.ts"
import { chooseVariables } from "../src/analysis/copy/choose-variables.ts"
import { type CopyOrder, makeCopy } from "../src/analysis/copy/make-copy.ts"
import { look } from "../src/analysis/explore/look.ts"
import { readForAnalysis } from "../src/analysis/read-for-analysis.ts"
import { unitsOf, weightVariables } from "../src/analysis/weights/units.ts"
import type { StorageSettings } from "../src/deployment/storage.ts"
import { resolveReader } from "../src/tables/request/read-responses.ts"
import { withEvidence } from "../src/tables/workflow/with-evidence.ts"

export interface Analysed {
  readonly what: string
  readonly seconds: number
  readonly megabytes: number
}

const { storage, work }: { readonly storage: StorageSettings; readonly work: string } = JSON.parse(
  process.argv[2] ?? "",
)

const twelve = [
  ...["life_now_family_3", "life_now_friends_3", "life_now_school_3", "life_now_health_3", "life_now_mind_3"],
  ...["hopes_job", "hopes_money", "worries_climate", "has_support", "gender", "region", "imd_quintile"],
]

const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const done: Analysed[] = []
const timed = <A, E, R>(what: string, running: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const before = spent()
    const result = yield* running
    done.push({ what, seconds: spent() - before, megabytes: process.resourceUsage().maxRSS / 1024 })
    return result
  })

const explored = Effect.gen(function* () {
  const rows = yield* chooseVariables(twelve)
  const [column] = yield* chooseVariables(["age"])
  const { person, team } = yield* resolveReader<PersonId>(yield* Evidence, "rehearsal", undefined)
  const wanted = [...rows.map(({ variable }) => variable), ...weightVariables]
  const columns = yield* timed("load 12 variables", readForAnalysis(storage, person, wanted)).pipe(Effect.provide(team))
  const isChosen = new Uint8Array(columns.responses).fill(1)
  const request = { rows, column, base: "answered", percent: "columns" } as const
  yield* timed("look at 12 variables by age", look(columns, request, isChosen))
  const ages = [...agesOf["6-8"], ...agesOf["9-12"], ...agesOf["13-17"]]
  const groups = [{ ages: [4, 5], bySex: false }, ...ages.map((age) => ({ ages: [age], bySex: true }))]
  const { unitOf, children, margins } = unitsOf(columns, {
    ages: [4, 5, ...ages],
    groups,
    margins: ["age-sex", "region", "deprivation"],
  })
  const weights = children.map((_, unit) => 1 + (unit % 7) / 10)
  const weighed = { unitOf, design: { weights, raked: weights, margins } }
  const isWeighed = isChosen.map((_, row) => ((unitOf[row] ?? -1) < 0 ? 0 : 1))
  yield* timed("look at 12 variables by age, weighted", look(columns, request, isWeighed, weighed))
})

const copied = Effect.gen(function* () {
  const chosen = yield* chooseVariables("all")
  const { person, team } = yield* resolveReader<PersonId>(yield* Evidence, "rehearsal", undefined)
  const folder = join(storage.dataDir, "copy")
  const order: CopyOrder = {
    ...{ chosen, weights: [], forms: formIds, person, purpose: "A measurement", places: undefined },
    format: "sav",
    ...{ expiresOn: daysAfter(yield* today, 9), folder },
  }
  yield* timed("copy all variables to sav", makeCopy(storage, order)).pipe(Effect.provide(team))
  const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
  done.push({ what: `the copy of ${chosen.length} variables`, seconds: 0, megabytes: bytes / 1e6 })
})

const running =
  work === "explore"
    ? Effect.asVoid(withEvidence(storage, explored)).pipe(Effect.orDie)
    : Effect.asVoid(withEvidence(storage, copied)).pipe(Effect.orDie)
await Effect.runPromise(running.pipe(Effect.provideService(CollectionWindow, "always")))
process.send?.(done)
