/** Finds schools by their kind, such as X primary, and by the saints and stems of schools. */
import type { Finding, Scene } from "./scene.ts"
import { isNameLike } from "./scene.ts"

const kinds = new Set(
  "primary academy college juniors infants grammar comprehensive comp nursery preschool high secondary junior infant prep school sixth skool scool elementary upper middle lower".split(
    " ",
  ),
)
/** They tell nothing of a school. */
const plain = new Set(
  "the a an my our your his her their this that these those some any every no more less all many most other another next new old big small bigger smaller good bad better best worst nice great local same different whole in at to of by from near for and or if when after before during since home sunday boarding private public state special mainstream faith religious catholic christian church muslim islamic jewish normal average real proper first last free summer night ballet dance drama stage music art arts football swimming driving medical law sixth form primary secondary high junior infant middle upper lower nursery grammar comprehensive community boys girls mixed single sex girl boy starting started start leave leaving left finish finished going go went goes attend attending into out up about like love hate enjoy miss missed likes loves hates is was are were be been being it its i we they he she you me us him them because so but then also cos not too very really just only still always never with without than as on off over online virtual remote full back hard easy boring fun long short day days year years whole second third every each through skip skipped join joined change changed changing move moved moving get got getting want wants wanted need needs needed have has had do does did make makes made can could will would should may might must start local inner city village town country rural rough posh poor rich skool school schools college academy primary students pupils teachers kids children people strict unfair mean scary safe quiet busy fair failing outstanding ofsted care technical sport sports science finally until till end work working about despise finishing between both forward forwards worried excited scared nervous toward towards against enough having mum mums dad dads sister sisters brother brothers friend friends ban after attended before hope please help helped teacher's anti pre post non re".split(
    " ",
  ),
)

const isSaint = (word: string | undefined): boolean =>
  word === "st" || word === "saint" || word === "sts" || word === "saints"

const stemMatch = (scene: Scene, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) {
    const found = scene.lexicon.stems.at(scene.words, at)
    if (found !== undefined && at + found.length >= to) return true
  }
  return false
}

const endOfKinds = (scene: Scene, at: number): number => {
  let to = at + 1
  while (
    to < scene.words.length &&
    (kinds.has(scene.words[to] ?? "") || /^(?:form|school|for|girls|boys|academy)$/.test(scene.words[to] ?? "")) &&
    !/[.!?\n,]/.test(scene.units[to]?.before ?? "") &&
    (scene.words[to] !== "for" || /^(?:girls|boys)$/.test(scene.words[to + 1] ?? ""))
  )
    to += 1
  return to
}

const faiths = new Set(
  "c of e ce cofe rc catholic roman church england community methodist junior infant primary girls boys high secondary and the".split(
    " ",
  ),
)

const findByKind = (scene: Scene): readonly Finding[] => {
  const findings: Finding[] = []
  for (const [at, word] of scene.words.entries()) {
    if (!kinds.has(word)) continue
    let from = at
    // A faith or a size may be between the name and the kind.
    let body = at
    while (
      body > 0 &&
      at - body < 5 &&
      faiths.has(scene.words[body - 1] ?? "") &&
      !/[.!?\n]/.test(scene.units[body]?.before ?? "")
    )
      body -= 1
    from = body
    while (from > 0 && body - from < 4) {
      const before = scene.words[from - 1] ?? ""
      if (/[.!?\n,]/.test(scene.units[from]?.before ?? "") || scene.units[from - 1]?.isWord !== true) break
      if (plain.has(before) && !isSaint(before)) break
      from -= 1
    }
    if (from === body) continue
    const to = endOfKinds(scene, at)
    let start = body - 1
    while (
      start > from &&
      (isNameLike(scene, start - 1) || isSaint(scene.words[start - 1]) || stemMatch(scene, start - 1, body))
    )
      start -= 1
    const hasSaint = scene.words.slice(start, body).some(isSaint)
    const isName = isNameLike(scene, body - 1)
    const isStem = stemMatch(scene, start, body)
    const isCapital = scene.units[body - 1]?.case === "capital" && scene.units[body - 1]?.isFirst !== true
    const isFollowed = word !== "high" || scene.words[at + 1] === "school" || isName || isCapital
    const isTagged = ["S", "P", "L"].includes(scene.tags[body - 1]?.label ?? "O")
    if (!isFollowed) continue
    if (hasSaint || (isName && isStem) || isCapital) findings.push({ from: start, to, kind: "school", risk: 0.95 })
    else if (isTagged || isName) findings.push({ from: start, to, kind: "school", risk: 0.85 })
    else if (isStem && word !== "college" && word !== "school" && word !== "high")
      findings.push({ from: start, to, kind: "school", risk: 0.7 })
    else if (isStem && (scene.tags[body - 1]?.shares[0] ?? 1) < 0.8)
      findings.push({ from: start, to, kind: "school", risk: 0.6 })
  }
  return findings
}

const saints =
  /^(?:mary|marys|peter|peters|john|johns|james|joseph|josephs|paul|pauls|thomas|michael|michaels|anne|annes|andrew|andrews|mark|marks|luke|lukes|matthew|matthews|patrick|patricks|francis|bernadette|bernadettes|cuthbert|cuthberts|oswald|oswalds|catherine|catherines|margaret|margarets|stephen|stephens|george|georges|edward|edwards|augustine|augustines|barnabas|bede|bedes|teresa|teresas|theresas|anthony|anthonys|martin|martins|hilda|hildas|aidan|aidans|alban|albans|gregory|gregorys|wilfrid|wilfrids|chad|chads|monica|monicas|agnes|helens|helen|elizabeth|philip|clare|clares|benedict|benedicts|vincent|vincents|nicholas|saviours)$/
const notSchool = /^(?:day|ambulance|hospital|road|street|church|square|park|christmas|hospice)$/

const findBySaint = (scene: Scene): readonly Finding[] =>
  scene.words.flatMap((word, at): readonly Finding[] => {
    const next = scene.words[at + 1]
    if (!isSaint(word) || next === undefined) return []
    if (!saints.test(next) && !(isNameLike(scene, at + 1) && word !== "st")) return []
    let to = at + 2
    if (scene.words[to] === "s") to += 1
    while (scene.words[to] === "and" || isSaint(scene.words[to])) {
      if (saints.test(scene.words[to + 1] ?? "") || isSaint(scene.words[to + 1])) to += 2
      else break
    }
    if (notSchool.test(scene.words[to] ?? "") || scene.facts[at]?.allowed === "several") return []
    return [{ from: at, to, kind: "school", risk: 0.85 }]
  })

/** "my school is called X", "the school X", "year 6 at X". */
const findByContext = (scene: Scene): readonly Finding[] =>
  scene.words.flatMap((_, at): readonly Finding[] => {
    const before = scene.words.slice(Math.max(0, at - 5), at).join(" ")
    if (!/\bschool(?: is)? (?:called|named)$|\bschools? name is$|\bschool name$/.test(before)) return []
    if (plain.has(scene.words[at] ?? "") && !isSaint(scene.words[at])) return []
    let to = at + 1
    while (
      to < scene.words.length &&
      to - at < 4 &&
      !/[.!?\n,]/.test(scene.units[to]?.before ?? "") &&
      (isNameLike(scene, to) || kinds.has(scene.words[to] ?? "") || stemMatch(scene, at, to + 1))
    )
      to += 1
    return [{ from: at, to, kind: "school", risk: 0.9 }]
  })

export const findSchools = (scene: Scene): readonly Finding[] => [
  ...findByKind(scene),
  ...findBySaint(scene),
  ...findByContext(scene),
]
