/** Finds postcodes, also with an o for a 0, an l for a 1, no space, many spaces, or a slip after "postcode". */
import { type Group, groupsOf } from "./groups.ts"
import { leadOf, type Match, type Recogniser } from "./match.ts"

const areas = new Set(
  "ab al b ba bb bd bf bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze".split(
    " ",
  ),
)
/** Figures that are written for letters, and the other way round. */
const figureFor: Readonly<Record<string, string>> = { o: "0", i: "1", l: "1", s: "5", b: "8", z: "2" }

/** Each area as it may be written: ol, 0l, o1, 01. */
const writtenAreas: ReadonlySet<string> = new Set(
  [...areas].flatMap((area) => {
    const [first = "", second = ""] = area
    const firsts = [first, ...(second === "" ? [] : [figureFor[first] ?? first])]
    const seconds = second === "" ? [""] : [second, figureFor[second] ?? second]
    return firsts.flatMap((one) => seconds.map((two) => one + two))
  }),
)
const district = /^[0-9oqilzsb][0-9a-z]?$/
const inwardCode = /^[0-9oqilzsb][a-bd-hj-lnp-uw-z0-9i][a-bd-hj-lnp-uw-z0-9i]$/

/** Whether the signs are an outward code when each is read as the shape asks. */
const isOutward = (code: string): boolean =>
  (writtenAreas.has(code.slice(0, 2)) && district.test(code.slice(2))) ||
  (writtenAreas.has(code.slice(0, 1)) && district.test(code.slice(1)))

const isInward = (code: string): boolean => inwardCode.test(code)

const realDigits = (code: string): number => code.replaceAll(/[^0-9]/g, "").length

/** Groups of letters only that are words by themselves: they begin no postcode that is written apart. */
const commonWords =
  /^(?:so|me|we|to|in|at|on|is|it|us|be|he|my|no|of|or|up|as|by|do|go|if|am|an|a|i|ok|hi|la|st|nd|rd|th|pm|s|e|b|m|l|n|g|w|x)$/
const announced =
  /\b(?:post ?-?code|postal code|pcode|zip|address|live (?:at|in|near|on)|postode|poscode|post coed)\b[^.!?]{0,24}$/

interface Candidate {
  readonly code: string
  readonly parts: readonly Group[]
}

/** Whether the signs may be a postcode, or one with a sign too few or too many, which needs a figure of its own. */
const mayBe = (code: string): boolean =>
  (code.length >= 5 && code.length <= 7 && isInward(code.slice(-3)) && isOutward(code.slice(0, -3))) ||
  (code.length >= 4 && /^[a-z]{1,2}[0-9]/.test(code))

/** Up to seven groups that together have four to eight signs, little apart. */
const candidatesAt = (groups: readonly Group[], at: number): readonly Candidate[] => {
  const found: Candidate[] = []
  let code = ""
  for (let to = at; to < groups.length && to < at + 7; to++) {
    const group = groups[to]
    if (group === undefined || (to > at && !group.isNear) || code.length + group.text.length > 8) break
    code += group.text
    if (mayBe(code)) found.push({ code, parts: groups.slice(at, to + 1) })
  }
  return found
}

const ordinal = /^(?:1st|2nd|3rd|[4-9]th)$/

/** How many signs are of another class than their place asks for. */
const slipsOf = (outward: string, inward: string): number => {
  const area = /^[a-z]{2}/.test(outward) ? 2 : 1
  const wrong = (sign: string, wantsDigit: boolean): boolean => /[0-9]/.test(sign) !== wantsDigit
  const inArea = [...outward.slice(0, area)].filter((sign) => wrong(sign, false)).length
  const inDistrict = /[0-9]/.test(outward.charAt(area)) ? 0 : 1
  return inArea + inDistrict + [...inward].filter((sign, at) => wrong(sign, at === 0)).length
}

/** Words of three letters that a careless reader takes for an inward code: old, lad, its. */
const inwardWords =
  /^(?:old|one|out|our|odd|off|oil|own|owl|oak|oar|opt|orb|ill|ice|ink|inn|its|lad|lag|lap|law|lay|led|leg|let|lid|lie|lip|lit|log|lot|low|lbs|lol|irl|all|sad|bad|bed|big|bus|but|buy|boy|sea|set|see|sun|sit|zoo|say|saw|she|sky|son|for|was|the|and)$/

const riskOf = ({ code, parts }: Candidate, isAnnounced: boolean): number => {
  const inward = code.slice(-3)
  const outward = code.slice(0, -3)
  if (code.length < 5 || code.length > 7 || !isOutward(outward) || !isInward(inward)) return 0
  const real = realDigits(code)
  const sizes = parts.map(({ text }) => text.length)
  const isUsual = parts.length === 1 || (parts.length === 2 && sizes[1] === 3)
  const isSpelled = parts.length === code.length
  const slips = slipsOf(outward, inward)
  const first = parts[0]?.text ?? ""
  if (!/[a-z]/.test(inward.slice(1)) || slips > 3) return 0
  const isWord = inwardWords.test(inward) || commonWords.test(first)
  if (real === 0) return isUsual && isAnnounced && !isWord && !/^[a-z]{6,}$/.test(first) ? 0.8 : 0
  if (isAnnounced && (isUsual || isSpelled || slips === 0)) return 0.98 - slips / 100
  if (ordinal.test(inward) && outward.length < 4) return 0
  if (isUsual) {
    if (real >= 2) return /^[a-z]/.test(code) || parts.length === 2 ? 0.97 : 0.6
    return isWord || (parts.length === 1 && slips > 1) ? 0 : 0.85
  }
  if (isSpelled) return real >= 2 ? 0.95 - slips / 100 : 0
  const words = parts.filter(({ text }) => commonWords.test(text)).length
  return real >= 2 && slips === 0 && words < 2 && !commonWords.test(first) ? 0.92 : 0
}

/** One sign too few or too many, where the text says that a postcode comes or the rest is certain. */
const slipRisk = ({ code, parts }: Candidate, isNamed: boolean): number => {
  const first = parts[0]?.text ?? ""
  const isNear = code.length >= 4 && parts.length <= 2 && /^[a-z]{1,2}[0-9]/.test(code)
  if (isNamed && isNear && !/^(?:is|was|my|the|of)$/.test(first)) return 0.9
  const slip = /^([a-z]{2}[0-9]{1,2}[a-z]?)([0-9][a-z]{1,3}|[0-9]{2}[a-z]{2})$/.exec(code)
  const [, outward = "", inward = ""] = slip ?? []
  if (slip === null || parts.length !== 2 || parts[1]?.text !== inward || !isOutward(outward)) return 0
  const isUnit = /^[0-9](?:am|pm|kg|km|cm|mm|gb|tb|p|d|k|m|x|s)$/.test(inward)
  const isWhole = inward.length === 3 && /^[0-9][a-z]{2}$/.test(inward)
  return (inward.length === 3 && !isWhole) || isUnit || ordinal.test(inward) ? 0 : 0.75
}

export const findPostcodes: Recogniser = (text) => {
  const groups = groupsOf(text)
  const matches: Match[] = []
  for (const [at, { start }] of groups.entries()) {
    const candidates = candidatesAt(groups, at)
    if (candidates.length === 0) continue
    const lead = leadOf(text, start)
    const isAnnounced = announced.test(lead)
    const isNamed = /\bpost ?code(?: is| was| of|:|=| -)* ?$/.test(lead)
    let best: Match | undefined
    for (const candidate of candidates) {
      const risk = Math.max(riskOf(candidate, isAnnounced), slipRisk(candidate, isNamed))
      if (risk > (best?.risk ?? 0)) best = { start, end: candidate.parts.at(-1)?.end ?? start, kind: "postcode", risk }
    }
    if (best !== undefined) matches.push(best)
  }
  return matches
}
