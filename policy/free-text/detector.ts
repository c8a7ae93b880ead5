/** Detects what identifies a person in a child's own words, and decides: clean, or held for a person to read. */
import { Effect } from "effect"
import { joinMatches, matchesOf, type Span, spansOf } from "./combine.ts"
import { findAddresses } from "./context/address.ts"
import { findIndirect } from "./context/indirect.ts"
import { isForeign } from "./context/language.ts"
import { findPeople } from "./context/people.ts"
import { type Concern, findConcerns } from "./context/safeguarding.ts"
import type { Scene } from "./context/scene.ts"
import { findSchools } from "./context/school.ts"
import { findTagged } from "./context/tagged.ts"
import { lexiconFrom } from "./lexicon/lexicon.ts"
import { requireTables, type TableTexts } from "./lexicon/tables.ts"
import { findBirthDates } from "./patterns/birth-date.ts"
import { findHandles } from "./patterns/handle.ts"
import { findEmails, findUrls } from "./patterns/internet.ts"
import type { Recogniser } from "./patterns/match.ts"
import { findPhones } from "./patterns/phone.ts"
import { findPostcodes } from "./patterns/postcode.ts"
import { findRecordNumbers } from "./patterns/record-number.ts"
import { withPlaceholders } from "./placeholders.ts"
import { tag } from "./tagger/tag.ts"
import { decodeWeights } from "./tagger/weights.ts"
import { fold } from "./text/fold.ts"
import { tokensOf } from "./text/tokens.ts"
import { unitsOf } from "./text/units.ts"

/** Rises with every change of what the detector finds: texts of another version are scanned again. */
export const detectorVersion = 2

/** Longer texts are held unread. */
export const longestText = 4000

export const recognisers: readonly Recogniser[] = [
  findPostcodes,
  findPhones,
  findEmails,
  findUrls,
  findHandles,
  findBirthDates,
  findRecordNumbers,
]

/** Why a text is held. */
export type HeldBecause = "uncertain" | "indirect" | "language" | "too-long" | "error"

export interface Detection {
  readonly decision: "clean" | "held"
  /** In order, without overlap: everything that the detector would replace. */
  readonly spans: readonly Span[]
  /** The text with a placeholder for each span. Of a held text it is only a suggestion. */
  readonly cleaned: string
  readonly because: readonly HeldBecause[]
  readonly concerns: readonly Concern[]
}

/** From here on a span is replaced, and below it a text with the risk is held. */
export const limits = { span: 0.38, hold: 0.012, holdPlace: 0.06, sure: 0.5 } as const

export interface Detector {
  readonly version: number
  readonly detect: (text: string) => Detection
}

const unread = (because: HeldBecause): Detection => ({
  decision: "held",
  spans: [],
  cleaned: "[not read]",
  because: [because],
  concerns: [],
})

export const detectorFrom = Effect.fnUntraced(function* (texts: TableTexts, weightBytes: Uint8Array) {
  yield* requireTables(texts)
  const weights = yield* decodeWeights(weightBytes)
  const lexicon = lexiconFrom(texts)
  const look = (text: string): Detection => {
    const folded = fold(text)
    const units = unitsOf(tokensOf(folded), lexicon)
    const { tags, facts } = tag(units, lexicon, weights)
    const scene: Scene = { units, words: units.map(({ word }) => word), facts, tags, lexicon }
    const findings = [
      ...findTagged(scene, limits.span),
      ...findPeople(scene),
      ...findSchools(scene),
      ...findAddresses(scene),
    ]
    const patterns = recognisers.flatMap((recognise) => recognise(folded.text))
    const all = joinMatches([...matchesOf(findings, scene), ...patterns])
    const weak = Math.max(
      0,
      ...matchesOf(
        findTagged(scene, limits.hold).filter(({ kind, risk }) => kind === "person" || risk >= limits.holdPlace),
        scene,
      )
        .filter(
          (each) => !all.some(({ start, end, risk }) => risk >= limits.span && start <= each.start && end >= each.end),
        )
        .map(({ risk }) => risk),
    )
    const spans = spansOf(
      all.filter(({ risk }) => risk >= limits.span),
      folded,
    )
    const isUncertain = weak > 0 || all.some(({ risk }) => risk >= limits.hold && risk < limits.sure)
    const because: HeldBecause[] = [
      ...(isUncertain ? (["uncertain"] as const) : []),
      ...(findIndirect(scene) === undefined ? [] : (["indirect"] as const)),
      ...(isForeign(scene, folded, patterns) ? (["language"] as const) : []),
    ]
    return {
      decision: because.length === 0 ? "clean" : "held",
      spans,
      cleaned: withPlaceholders(text, spans),
      because,
      concerns: findConcerns(scene),
    }
  }
  const detector: Detector = {
    version: detectorVersion,
    detect: (text) => {
      if (text.length > longestText) return unread("too-long")
      const looked = Effect.runSyncExit(Effect.sync(() => look(text)))
      return looked._tag === "Success" ? looked.value : unread("error")
    },
  }
  return detector
})
