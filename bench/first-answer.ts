/** Measures how long a child on a slow phone waits for each answer, and how many bytes are sent. */
import { forms } from "../surveys/forms.ts"
import { launchBrowser } from "../tests/support/browser.ts"
import { startService } from "../tests/support/service.ts"
import { publish } from "./report.ts"
import { middleOf, type Waits, waits } from "./slow-profile.ts"

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 3)
/** Question pages after the first. */
const pages = 4
const firstWithin = 2_000
const laterWithin = 1_200

const browser = await launchBrowser()
if (typeof browser === "string") {
  console.log(browser)
  process.exit(0)
}
const service = await startService()

interface Found {
  readonly form: string
  readonly script: boolean
  readonly rounds: readonly Waits[]
}

const found: Found[] = []
for (const { id } of forms)
  for (const script of [false, true]) {
    const all: Waits[] = []
    while (all.length < rounds) all.push(await waits(browser, { url: service.url, form: id, script, pages }))
    found.push({ form: id, script, rounds: all })
  }
await browser.close()
await service.stop()

const start = ({ rounds }: Found): number => middleOf(rounds.map((each) => each.start))
const firstQuestion = ({ rounds }: Found): number => middleOf(rounds.map((each) => each.firstQuestion))
const later = ({ rounds }: Found): number => middleOf(rounds.flatMap((each) => each.later))
const heaviest = ({ rounds }: Found, what: keyof Waits["heaviest"]): number =>
  Math.max(...rounds.map((each) => each.heaviest[what]))

const slowest = (of: (found: Found) => number, script: boolean): number =>
  Math.max(...found.filter((each) => each.script === script).map(of))

const within = (what: string, milliseconds: number, limit: number) => ({
  what,
  found: milliseconds,
  wanted: `≤ ${limit}`,
  held: milliseconds <= limit,
})

const held = publish({
  name: "first-answer",
  title: `Waiting on a slow phone (400 kbit/s, 400 ms, processor ÷ 4), middle of ${rounds} rounds, ms and bytes`,
  head: ["", "first page", "first question", "later pages", "page", "pictures", "script"],
  rows: found.map((each) => [
    `${each.form}, ${each.script ? "with" : "without"} script`,
    ...[start, firstQuestion, later].map((of) => `${Math.round(of(each))}`),
    ...(["page", "pictures", "script"] as const).map((what) => `${heaviest(each, what)}`),
  ]),
  bars: [
    ...[false, true].flatMap((script) => {
      const way = `${script ? "with" : "without"} script, slowest form`
      return [
        within(`first page, ms, ${way}`, slowest(start, script), firstWithin),
        within(`first question, ms, ${way}`, slowest(firstQuestion, script), laterWithin),
        within(`later pages, ms, ${way}`, slowest(later, script), laterWithin),
      ]
    }),
    within("heaviest page, bytes", Math.max(...found.map((each) => heaviest(each, "page"))), 14_000),
    within("most pictures with a page, bytes", Math.max(...found.map((each) => heaviest(each, "pictures"))), 40_000),
    within("script, bytes", Math.max(...found.map((each) => heaviest(each, "script"))), 20_000),
  ],
  figures: { found },
})
process.exitCode = held ? 0 : 1
