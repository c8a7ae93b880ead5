/** Measures the text detector: recall by kind, age and group of names, holds, slips, speed, memory and worst cases. */
import { Effect } from "effect"
import { readDetector, readTableTexts } from "../db/free-text/read-detector.ts"
import { lexiconFrom } from "../policy/free-text/lexicon/lexicon.ts"
import { measureAccuracy } from "./free-text/accuracy.ts"
import { developmentSet, drawersFrom } from "./free-text/development-set.ts"
import { measureFuzz } from "./free-text/fuzz.ts"
import { percent, wilson } from "./free-text/share.ts"
import { slowest } from "./free-text/worst-case.ts"
import { type Bar, publish } from "./report.ts"

const secondsOf = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

const startedAt = process.cpuUsage()
const detector = await Effect.runPromise(readDetector)
const { user, system } = process.cpuUsage(startedAt)
const start = (user + system) / 1e6

const tables = readTableTexts()
const texts = developmentSet(drawersFrom(tables, lexiconFrom(tables)), 12).map(({ text }) => text)
const pass = (): void => {
  for (const text of texts) detector.detect(text)
}
pass()
const memory = process.memoryUsage.rss() / 1e6
const rate = texts.length / Math.min(...[1, 2, 3].map(() => secondsOf(pass)))

const accuracy = measureAccuracy(detector, tables, { times: 12, names: 3000 })
const fuzz = measureFuzz(detector, 1000, 10_000)
const worst = slowest()
const bar = (what: string, found: number, wanted: string, held: boolean): Bar => ({ what, found, wanted, held })

const shares = [...accuracy.shares, ...fuzz.shares]
const held = publish({
  name: "free-text",
  title: `The text detector on ${texts.length} texts by templates that the training never sees (95 % intervals by Wilson)`,
  head: ["", "share, %", "from", "to", "of"],
  rows: shares.map(([name, share]) => {
    const [from, to] = wilson(share)
    return [name, percent(share).toFixed(1), from.toFixed(1), to.toFixed(1), `${share.count}`]
  }),
  bars: [
    ...accuracy.bars,
    ...fuzz.bars,
    bar("texts a second of one core", rate, "≥ 2500", rate >= 2500),
    bar("memory, MB", memory, "< 300", memory < 300),
    bar("start, s of processor time", start, "< 1.5", start < 1.5),
    ...worst.map(({ name, ms }) => bar(`${name} on 10,000 hostile signs, ms`, ms, "< 50", ms < 50)),
  ],
  figures: { shares: Object.fromEntries(shares), rate, memory, start },
})
process.exitCode = held ? 0 : 1
