/** Finds people where the words around leave little doubt: a title, a naming, a signature. */
import type { Finding, Scene } from "./scene.ts"
import { isNameLike } from "./scene.ts"

const titles = new Set("mr mrs ms miss mister dr prof professor".split(" "))
/** After "miss" these begin no name. */
const afterMiss = new Set(
  "my the a an our your her his their this that these it him them me us you school home being playing going seeing having out on and is was can could please says so because when if i we they mum dad mummy daddy nan grandad all every everyone everybody some lots loads not just only talking hugging spending football lessons class lunch friends family people one old to for too has or but with in at helps shouts never always lets gave keeps teaches does did will should would who"
    .split(" ")
    .concat("said", "told"),
)

const restOfName = (scene: Scene, from: number, most: number): number => {
  let to = from
  while (to < scene.words.length && to - from < most) {
    const joined = scene.units[to]?.before ?? ""
    if (to > from && /[.!?\n,:;()]/.test(joined)) break
    if (to > from && !isNameLike(scene, to) && scene.tags[to]?.label !== "P") break
    to += 1
  }
  return to
}

const byTitle = (scene: Scene): readonly Finding[] =>
  scene.words.flatMap((word, at): readonly Finding[] => {
    if (!titles.has(word)) return []
    const next = scene.words[at + 1]
    const unit = scene.units[at + 1]
    if (next === undefined || unit === undefined || !unit.isWord || /[!?\n,]/.test(unit.before)) return []
    if (scene.facts[at]?.allowed === "several" || scene.facts[at + 1]?.allowed === "several") return []
    const own = scene.facts[at + 1]
    if (word === "miss" || word === "ms") {
      const isPlain =
        afterMiss.has(next) ||
        (own?.isCommon === true &&
          !isNameLike(scene, at + 1) &&
          unit.case !== "capital" &&
          (scene.tags[at + 1]?.label ?? "O") === "O")
      if (isPlain) return []
    }
    if (/^(?:and|or|is|was|beast|bean|men|tumble|right|potato|grinch)$/.test(next)) return []
    if (next.length === 1)
      return /^[a-z]$/.test(next) && next !== "i" ? [{ from: at, to: at + 2, kind: "person", risk: 0.8 }] : []
    const kindIsFree = own?.kind === "" || own?.kind === "street" || unit.case === "capital"
    if (!kindIsFree) return []
    return [{ from: at, to: Math.max(at + 2, restOfName(scene, at + 1, 3)), kind: "person", risk: 0.93 }]
  })

const namings =
  /(?:\bmy (?:first |last |full |real |middle |nick ?)?names? (?:is|are)|\bmy names|\bmy (?:nickname|surname) is|\b(?:his|her|whos|whose|its) names?(?: is|s)?|\b(?:his|her)s? names|\bnames? (?:was|is)|\b(?:boy|girl|kid|man|lady|woman|teacher|friend|brother|sister|baby|cousin|person|mate|bully|child|lad|someone|guy|bully|one) (?:called|named|callled|cald)|\b(?:is|im|i am|was|shes|hes|are|get|everyone|you can) (?:called|named))$/
const notNames = new Set(
  "names name a an the not very really so hard easy weird funny ugly fat stupid horrible nasty mean bad gay racist things stuff my me it what something by because and in on to nothing common unusual long short boring good nice always called made pronounced spelled different rude idiot thick weirdo skinny lazy dumb slow spelt being never".split(
    " ",
  ),
)

const byNaming = (scene: Scene): readonly Finding[] =>
  scene.words.flatMap((word, at): readonly Finding[] => {
    const before = scene.words
      .slice(Math.max(0, at - 5), at)
      .map((each, back, all) => scene.facts[at - all.length + back]?.word ?? each)
      .join(" ")
    if (!namings.test(before) || notNames.has(word) || scene.units[at]?.isWord !== true) return []
    if (/[!?\n]/.test(scene.units[at]?.before ?? "")) return []
    const isOwn = /\bmy (?:first |full |real )?names? (?:is|are)$|\bmy names$/.test(before)
    const share = 1 - (scene.tags[at]?.shares[0] ?? 1)
    const isKnown = isNameLike(scene, at) || share > 0.2
    if (!isKnown && !isOwn) return []
    let to = restOfName(scene, at, 3)
    if (/^(?:and|n)$/.test(scene.words[to] ?? "") && isNameLike(scene, to + 1)) to = Math.max(to, at + 1)
    return [{ from: at, to, kind: "person", risk: isOwn ? 0.95 : isKnown ? 0.85 : 0.6 }]
  })

/** From, love and by at the end of a text or of a line: a signature. */
const bySignature = (scene: Scene): readonly Finding[] =>
  scene.words.flatMap((word, at): readonly Finding[] => {
    if (!/^(?:from|love|by|regards|sincerely|faithfully|signed|wishes|cheers)$/.test(word)) return []
    let to = at + 1
    while (to < scene.words.length && to - at <= 3 && isNameLike(scene, to) && scene.facts[to]?.allowed === "") to += 1
    if (to === at + 1) return []
    const next = scene.words[to]
    const ends =
      next === undefined ||
      /^(?:x+|age|aged|year|age[d0-9]*|[0-9]+|xo+)$/.test(next) ||
      scene.units[to]?.before === "\n"
    if (!ends) return []
    const isPlaceLike = word === "from" && at > 0 && scene.units[at]?.isFirst !== true && scene.units[at]?.before === ""
    return [{ from: at + 1, to, kind: isPlaceLike ? "place" : "person", risk: 0.75 }]
  })

/** An initial after a friend, a kin or with a stop: my friend J, Joshua P. */
const byInitial = (scene: Scene): readonly Finding[] =>
  scene.words.flatMap((word, at): readonly Finding[] => {
    if (!/^[b-hj-lmo-tv-wyz]$/.test(word) || scene.units[at]?.case === "lower") return []
    const before = scene.facts[at - 1]
    const isAfterName = scene.tags[at - 1]?.label === "P"
    return isAfterName || before?.kind === "friend"
      ? [{ from: at, to: at + 1, kind: "person", risk: isAfterName ? 0.8 : 0.5 }]
      : []
  })

const near =
  /^(?:best|big|bigger|little|older|younger|baby|step|half|new|old|only|real|good|favourite|pet|twin|first|class)$/
const pets = /^(?:dogs?|cats?|puppy|kitten|pet|hamster|rabbit|bunny|horse|pony|guinea|parrot|tortoise)$/
/** Fewer children than this have a word as their name: "football is my friend". */
const fewBearers = 40

/** Somebody near, named first: Angel is my cousin, Max is my dog. A word that is mostly no name is held, not replaced. */
const byClaim = (scene: Scene): readonly Finding[] =>
  scene.words.flatMap((word, at): readonly Finding[] => {
    if (!/^(?:is|was)$/.test(scene.words[at + 1] ?? "") || scene.words[at + 2] !== "my") return []
    let of = at + 3
    while (near.test(scene.words[of] ?? "")) of += 1
    const claimed = scene.facts[of]
    if (claimed?.kind !== "kin" && claimed?.kind !== "friend" && !pets.test(scene.words[of] ?? "")) return []
    const own = scene.facts[at]
    const unit = scene.units[at]
    if (own === undefined || unit?.isWord !== true || (own.kind !== "" && own.kind !== "street")) return []
    const bearers = scene.lexicon.bearers(word)
    // My teddy is my best friend: a thing.
    if (/^(?:my|the|an?|our|his|her|your|their)$/.test(scene.words[at - 1] ?? "")) return []
    if (bearers < fewBearers || own.allowed === "several") return []
    const isSure = bearers > scene.lexicon.frequency(word) || (unit.case === "capital" && !unit.isFirst)
    return [{ from: at, to: at + 1, kind: "person", risk: isSure ? 0.6 : 0.3 }]
  })

export const findPeople = (scene: Scene): readonly Finding[] => [
  ...byTitle(scene),
  ...byNaming(scene),
  ...byClaim(scene),
  ...bySignature(scene),
  ...byInitial(scene),
]
