/** Of the sabotages that were carried out: how many were caught, how many tried, which went unnoticed. */
import type { SabotagesOfRule } from "./report.ts"
import type { Sabotaged } from "./results.ts"

export const sabotageCounts = (all: readonly Sabotaged[]): SabotagesOfRule => {
  const of = (outcome: Sabotaged["outcome"]) => all.filter((each) => each.outcome === outcome)
  const [caught, uncaught] = [of("caught").length, of("not caught")]
  return {
    caught,
    tried: caught + uncaught.length,
    notBuilt: of("not built yet").length,
    uncaught: uncaught.map(({ sabotage, way }) => (way === undefined ? sabotage : `${sabotage}, ${way}`)),
  }
}
