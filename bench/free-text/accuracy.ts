/** Measures recall, precision and holds on the development set and on names in contexts that the training never sees. */

import type { Detector } from "../../policy/free-text/detector.ts"
import { type Lexicon, lexiconFrom } from "../../policy/free-text/lexicon/lexicon.ts"
import type { TableTexts } from "../../policy/free-text/lexicon/tables.ts"
import type { Bar } from "../report.ts"
import { isCovered, isFound } from "./covered.ts"
import { type Drawers, developmentSet, drawersFrom, groups, type Making, namesIn } from "./development-set.ts"
import { percent, type Share, Shares } from "./share.ts"

export interface Measured {
  readonly bars: readonly Bar[]
  readonly shares: readonly (readonly [string, Share])[]
}

export const atLeast = (what: string, share: Share, least: number): Bar => ({
  what,
  found: percent(share),
  wanted: `≥ ${least} %`,
  held: share.count > 0 && percent(share) >= least,
})

export const atMost = (what: string, share: Share, most: number): Bar => ({
  what,
  found: percent(share),
  wanted: `≤ ${most} %`,
  held: share.count > 0 && percent(share) <= most,
})

const onSet = (detector: Detector, drawers: Drawers, times: number): Measured => {
  const shares = new Shares()
  for (const item of developmentSet(drawers, times)) {
    const detection = detector.detect(item.text)
    const isHeld = detection.decision === "held"
    for (const { start, end } of detection.spans)
      shares.note(
        "precision",
        item.spans.some((span) => span.start < end && span.end > start),
      )
    if (item.sort !== "identifying") {
      shares.note(`${item.sort} texts altered`, detection.spans.length > 0)
      shares.note(`${item.sort} texts held`, isHeld)
      continue
    }
    for (const span of item.spans) {
      const isHit = isCovered(item.text, span, detection)
      shares.note("recall", isHit)
      shares.note(`recall of ${span.kind}`, isHit)
      shares.note(`recall at ages ${item.band}`, isHit)
      if (span.kind === "person") shares.note(`recall of names: ${item.group}`, isHit)
    }
    shares.note("fully clean or held", isHeld || isFound(item, detection))
  }
  return {
    shares: shares.names.map((name) => [name, shares.of(name)] as const),
    bars: [
      atLeast("recall without review", shares.of("recall"), 95),
      atLeast("recall of person", shares.of("recall of person"), 93.75),
      atLeast("recall of school", shares.of("recall of school"), 91.6),
      atLeast("recall of structured", shares.of("recall of structured"), 97),
      atLeast("either fully clean or held", shares.of("fully clean or held"), 98.9),
      atLeast("precision", shares.of("precision"), 85),
      atMost("tricky clean texts altered", shares.of("tricky texts altered"), 12),
      atMost("tricky clean texts held", shares.of("tricky texts held"), 25),
      atMost("ordinary texts held", shares.of("ordinary texts held"), 5),
    ],
  }
}

interface Sort {
  readonly name: string
  readonly drawers: Drawers
  readonly making: Making
  readonly least: number
}

const onNames = (detector: Detector, texts: TableTexts, lexicon: Lexicon, count: number): Measured => {
  const isWord = (name: string): boolean => lexicon.frequency(name.replaceAll(/[^a-z]/g, "")) > 300
  const any = drawersFrom(texts, lexicon)
  const plainly = { group: "births", isSlipped: false } as const
  const sorts: readonly Sort[] = [
    { name: "plain names", drawers: drawersFrom(texts, lexicon, (name) => !isWord(name)), making: plainly, least: 98 },
    { name: "names that are words", drawers: drawersFrom(texts, lexicon, isWord), making: plainly, least: 75 },
    { name: "misspelt names", drawers: any, making: { group: "births", isSlipped: true }, least: 80 },
    ...groups.map((group) => ({
      name: `names: ${group}`,
      drawers: any,
      making: { group, isSlipped: false },
      least: 95,
    })),
  ]
  const shares = new Shares()
  for (const { name, drawers, making } of sorts)
    for (const item of namesIn(drawers, making, count, 9)) {
      const detection = detector.detect(item.text)
      const isHit = isFound(item, detection)
      shares.note(`${name}, found`, isHit)
      shares.note(`${name}, found or held`, isHit || detection.decision === "held")
    }
  const ofGroups = groups.map((group) => percent(shares.of(`names: ${group}, found`)))
  const gap = Math.max(...ofGroups) - Math.min(...ofGroups)
  return {
    shares: shares.names.map((name) => [name, shares.of(name)] as const),
    bars: [
      ...sorts.flatMap(({ name, least }) => [
        atLeast(`${name}, found`, shares.of(`${name}, found`), least),
        atLeast(`${name}, found or held`, shares.of(`${name}, found or held`), 95),
      ]),
      { what: "largest gap between groups of names, points", found: gap, wanted: "≤ 3", held: gap <= 3 },
    ],
  }
}

/** `times` fills of each template, and `names` texts for each sort of names. */
export const measureAccuracy = (
  detector: Detector,
  texts: TableTexts,
  { times, names }: { readonly times: number; readonly names: number },
): Measured => {
  const lexicon = lexiconFrom(texts)
  const parts = [onSet(detector, drawersFrom(texts, lexicon), times), onNames(detector, texts, lexicon, names)]
  return { bars: parts.flatMap(({ bars }) => bars), shares: parts.flatMap(({ shares }) => shares) }
}
