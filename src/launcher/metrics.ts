/** Writes the state of the platform as OpenMetrics: counts of answers in bands, and no label that comes from a request. */
import { Effect, Metric } from "effect"
import { format } from "effect/observability/PrometheusMetrics"
import { bandStart } from "../../policy/banded.ts"
import type { Numbers } from "./numbers.ts"

const gauge = (name: string, description: string, value: number) =>
  Metric.update(Metric.gauge(`big_ask_${name}`, { description }), value)

const counter = (name: string, description: string, attributes: Readonly<Record<string, string>>, value: number) =>
  Metric.update(Metric.counter(`big_ask_${name}_total`, { description, attributes }), value)

/** OpenMetrics names a counter without the end of its samples, and ends with a mark. */
const asOpenMetrics = (text: string): string =>
  `${text.trimEnd().replaceAll(/^(# (?:HELP|TYPE) \w+)_total /gm, "$1 ")}\n# EOF\n`

export const metricsText = ({ ready, silentFor, ends, answers, nightFailed, memory }: Numbers): string =>
  Effect.gen(function* () {
    yield* gauge("ready", "1 while an answer would be stored", ready ? 1 : 0)
    if (Number.isFinite(silentFor))
      yield* gauge("durable_write_age_seconds", "Since a write was durable", Math.round(silentFor / 1_000))
    if (nightFailed !== undefined)
      yield* gauge("transfer_failed", "1 if the last transfer of ended days failed", nightFailed ? 1 : 0)
    yield* gauge("launcher_memory_bytes", "Memory of the launcher", memory)
    for (const [process, count] of ends) yield* counter("process_ends", "Ends of a process", { process }, count)
    for (const [outcome, count] of answers)
      yield* counter("answers", "Answers since the start, at the start of their band", { outcome }, bandStart(count))
    return asOpenMetrics(yield* format())
  }).pipe(Effect.provideService(Metric.MetricRegistry, new Map()), Effect.runSync)
