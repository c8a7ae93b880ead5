/** Corrupts postcodes and telephone numbers as children write them, and makes number strings that identify nobody. */
import type { Detector } from "../../policy/free-text/detector.ts"
import { type Random, randomFrom } from "../../policy/free-text/training/random.ts"
import { atLeast, atMost, type Measured } from "./accuracy.ts"
import { isFound } from "./covered.ts"
import { grouped, phone, postcode } from "./made-values.ts"
import { Shares } from "./share.ts"

type Corruption = (code: string, random: Random) => string

const corruptions: Readonly<Record<string, Corruption>> = {
  "in small letters": (code) => code.toLowerCase(),
  "without a space": (code) => code.replace(" ", ""),
  "small and without a space": (code) => code.replace(" ", "").toLowerCase(),
  "with many spaces": (code) => code.replace(" ", "   "),
  "with a hyphen": (code) => code.replace(" ", "-"),
  "o for 0, l for 1": (code) => code.replaceAll("0", "o").replaceAll("1", "l"),
  "spaced out": (code) => [...code.replace(" ", "")].join(" "),
  "a space elsewhere": (code) => `${code.replace(" ", "").slice(0, -2)} ${code.slice(-2)}`,
  "mixed capitals": (code, random) =>
    [...code].map((sign) => (random.isUnder(0.5) ? sign.toLowerCase() : sign)).join(""),
  "with a stop": (code) => code.replace(" ", "."),
}

const contexts = [
  "i live at {} near the park",
  "my postcode is {}",
  "{}",
  "we live in {} and it is boring",
  "it is {} where i live",
]

const itemOf = (value: string, random: Random) => {
  const [before = "", after = ""] = random.pick(contexts).split("{}")
  return {
    ...({ id: "", sort: "identifying", band: "", group: "births" } as const),
    text: before + value + after,
    spans: [{ start: before.length, end: before.length + value.length, kind: "structured" as const }],
  }
}

const harmless: readonly ((random: Random) => string)[] = [
  (random) => `i got ${random.below(20)} out of ${random.below(20) + 1}`,
  (random) => `we won ${random.below(9)}-${random.below(9)}`,
  (random) => `it costs £${random.below(1000)}.${10 + random.below(90)}`,
  (random) => `${1 + random.below(12)}:${10 + random.below(49)}`,
  (random) => `year ${1 + random.below(12)} has ${random.below(400)} kids`,
  (random) => `${random.below(2_000_000_000)} views`,
  (random) => `in ${1990 + random.below(60)} i want ${random.below(100)} trees`,
  (random) => `${random.below(100)} + ${random.below(100)} = ${random.below(200)}`,
  (random) => `${random.below(1000)},${100 + random.below(900)},${100 + random.below(900)} people`,
  (random) => `${random.below(100)}%`,
  (random) => `3.${random.below(100_000_000)}`,
  (random) => `level ${random.below(100)} with ${random.below(100_000)} points`,
  (random) => `${random.below(12)}am to ${random.below(12)}pm`,
  (random) => `ages ${random.below(10)} to ${10 + random.below(8)}`,
  (random) => `${random.below(30)}kg and ${random.below(200)}cm`,
  (random) => `${1 + random.below(9)} ${1 + random.below(9)} ${1 + random.below(9)} ${1 + random.below(9)}`,
  () => "1 2 3 4 5 6 7 8 9 10",
  (random) =>
    random.pick([
      "ps5",
      "covid 19",
      "24/7",
      "h2o",
      "mp3",
      "ks2",
      "gcse 9-1",
      "999",
      "111",
      "0800 1111",
      "5g",
      "4x4",
      "7up",
      "year 7b",
    ]),
  (random) => `room ${random.below(60)}, page ${random.below(300)}`,
  (random) => `${random.below(1_000_000)}`,
]

export const measureFuzz = (detector: Detector, count: number, harmlessCount: number): Measured => {
  const random = randomFrom(31)
  const shares = new Shares()
  for (const [name, corrupt] of Object.entries(corruptions))
    for (let at = 0; at < count; at++) {
      const item = itemOf(corrupt(postcode(random), random), random)
      const isHit = isFound(item, detector.detect(item.text))
      shares.note("postcodes with slips", isHit)
      shares.note(`postcodes ${name}`, isHit)
    }
  for (let at = 0; at < count; at++) {
    const item = itemOf(grouped(phone(random), random), random)
    shares.note("telephone numbers", isFound(item, detector.detect(item.text)))
  }
  for (let at = 0; at < harmlessCount; at++) {
    const text = harmless[at % harmless.length]?.(random) ?? ""
    const { spans, decision } = detector.detect(text)
    shares.note("alarms on harmless numbers", spans.length > 0 || decision === "held")
  }
  return {
    shares: shares.names.map((name) => [name, shares.of(name)] as const),
    bars: [
      atLeast("postcodes with slips", shares.of("postcodes with slips"), 98),
      atLeast("telephone numbers", shares.of("telephone numbers"), 99),
      atMost("alarms on harmless numbers", shares.of("alarms on harmless numbers"), 0.5),
    ],
  }
}
