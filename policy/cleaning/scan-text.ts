/** Scans a child's own words: clean, or held for a person. Words that cannot be scanned are held. */
import { Effect } from "effect"
import type { Concern } from "../free-text/context/safeguarding.ts"
import type { Detection, Detector, HeldBecause } from "../free-text/detector.ts"
import type { RuleId } from "../rule-id.ts"

declare const scan: unique symbol

/** A clean text in which a child may be in danger is held too: a person must see it. */
export type WaitReason = HeldBecause | "concern"

/** 0 is clean, 1 is doubtful, 2 could not be read, and 3 points at one child or at a danger: two people review it. */
export const risks = [0, 1, 2, 3] as const
export type Risk = (typeof risks)[number]

interface Scan {
  /** The version of the detector. */
  readonly detector: number
  readonly because: readonly WaitReason[]
  readonly concerns: readonly Concern[]
  readonly risk: Risk
}

/** What the detector decided of one text; `cleaned` has a placeholder for each span. The compiler's messages name the rule. */
export type ScannedText<Rule extends RuleId = "free-text-cleaned-before-analysis"> = Scan & {
  readonly [scan]: "ScannedText"
  readonly rule?: Rule
} & ({ readonly state: "clean"; readonly cleaned: string } | { readonly state: "held"; readonly cleaned: null })

const failed: Pick<Detection, "decision" | "because"> = { decision: "held", because: ["error"] }

const detect = (detector: Detector, words: string): Detection => {
  const looked = Effect.runSyncExit(Effect.sync(() => detector.detect(words)))
  if (looked._tag === "Success") return looked.value
  return { ...failed, spans: [], cleaned: words, concerns: [] }
}

const riskOf = ({ because, concerns }: Detection): Risk => {
  if (concerns.length > 0 || because.includes("indirect")) return 3
  if (because.includes("error") || because.includes("too-long") || because.includes("language")) return 2
  return because.length > 0 ? 1 : 0
}

/** The only function that makes a `ScannedText`. */
export const scanText = (detector: Detector, words: string): ScannedText => {
  const detection = detect(detector, words)
  const { decision, concerns, cleaned } = detection
  const because: readonly WaitReason[] = [...detection.because, ...(concerns.length > 0 ? (["concern"] as const) : [])]
  const isClean = decision === "clean" && because.length === 0 && cleaned !== ""
  return {
    state: isClean ? "clean" : "held",
    cleaned: isClean ? cleaned : null,
    detector: detector.version,
    because,
    concerns,
    risk: riskOf(detection),
  } as ScannedText
}
