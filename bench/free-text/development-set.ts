/** Makes the development set: texts by templates that the training never sees, each with its true spans. */
import { readFileSync } from "node:fs"
import { type Lexicon, namesByHand } from "../../policy/free-text/lexicon/lexicon.ts"
import { rowsOf, type TableTexts } from "../../policy/free-text/lexicon/tables.ts"
import { drawFrom, type Random, randomFrom } from "../../policy/free-text/training/random.ts"
import { slip } from "../../policy/free-text/training/slips.ts"
import { birthDate, email, grouped, handle, nhs, nino, phone, postcode, upn, url } from "./made-values.ts"

export const groups = ["births", "muslim", "african", "asian", "polish", "traveller", "unlisted"] as const
export type Group = (typeof groups)[number]
export type Kind = "person" | "school" | "place" | "address" | "structured"
export type Sort = "identifying" | "tricky" | "ordinary"

export interface Item {
  readonly id: string
  readonly sort: Sort
  readonly band: string
  readonly group: Group
  readonly text: string
  readonly spans: readonly { readonly start: number; readonly end: number; readonly kind: Kind }[]
}

/** In no table: what a child is called whom nobody has counted. */
const unlisted = {
  first:
    "Zyrelle Oluwakemisola Tchidi Maelorne Kaisyn Jovelle Brynlow Xiomarella Dhruvika Ngosika Yaretzia Tavarion Quendrick Lorvenna Sharvika Abdulhafeez Mbalike Zhenrui Kwanruthai Wiesenka".split(
      " ",
    ),
  last: "Abernethwaite Oduntanwo Przybylowiczka Kamarudeenov Thistlecombe Nguyenh Zhengwu Mbatheka Vasilchenkov Rathinasabapathi".split(
    " ",
  ),
}

const linesOf = (name: string): readonly (readonly [string, string])[] =>
  readFileSync(new URL(`${name}.txt`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const [band = "", text = ""] = line.split("\t")
      return [band, text] as const
    })

const capital = (text: string): string =>
  text.replaceAll(/(^|[ -])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase())

export interface Drawers {
  readonly first: (group: Group, random: Random) => string
  readonly last: (group: Group, random: Random) => string
  readonly place: (random: Random) => string
  readonly school: (random: Random) => string
  readonly street: (random: Random) => string
}

export const drawersFrom = (texts: TableTexts, lexicon: Lexicon, only?: (name: string) => boolean): Drawers => {
  const births = drawFrom(
    rowsOf(texts.firstNames)
      .map(([name, n]) => [name, Number(n)] as const)
      .filter(([name]) => only === undefined || only(name)),
  )
  const surnames = drawFrom(rowsOf(texts.surnames).map(([name, n]) => [name, Number(n)] as const))
  const hands = namesByHand(texts.moreNames)
  const hand = (group: Group, part: "first" | "last"): readonly string[] =>
    group === "unlisted"
      ? unlisted[part]
      : (hands.find((each) => each.group === group && each.part === part)?.names ?? [])
  const places = rowsOf(texts.places)
    .filter(([name, type]) => Number(type) > 0 && lexicon.allowed.at(name.split(" "), 0) === undefined)
    .map(([name]) => name)
  const stems = drawFrom(rowsOf(texts.schoolStems).map(([name, n]) => [name, Math.sqrt(Number(n))] as const))
  const streets = rowsOf(texts.streets)
    .filter(
      ([name]) =>
        /\b(?:road|street|lane|avenue|close|drive|crescent|gardens|grove|terrace|way|court|place)$/.test(name) &&
        !/^(?:high|main|school|church) /.test(name),
    )
    .map(([name]) => name)
  const kinds = [
    "primary school",
    "primary",
    "academy",
    "high school",
    "college",
    "juniors",
    "c of e primary",
    "school",
    "infants",
    "high",
    "catholic primary school",
    "community college",
  ]
  const saints = [
    "st marys",
    "St Mary's",
    "st johns",
    "St. Joseph's",
    "st peters",
    "Saint Paul's",
    "Our Lady's",
    "holy trinity",
  ]
  return {
    first: (group, random) =>
      group === "births" || (only !== undefined && group !== "unlisted")
        ? births(random)
        : random.pick(hand(group, "first")),
    last: (group, random) => (group === "births" ? surnames(random) : random.pick(hand(group, "last"))),
    place: (random) => random.pick(places),
    school: (random) => `${random.isUnder(0.25) ? random.pick(saints) : stems(random)} ${random.pick(kinds)}`,
    street: (random) => random.pick(streets),
  }
}

const kindOf: Readonly<Record<string, Kind>> = {
  name: "person",
  full: "person",
  surname: "person",
  school: "school",
  place: "place",
  street: "address",
  address: "address",
}

export interface Making {
  readonly group: Group
  /** Whether names are written with a slip. */
  readonly isSlipped: boolean
}

export const make = (template: string, drawers: Drawers, { group, isSlipped }: Making, random: Random) => {
  const style = random.next()
  const isProper = style > 0.45
  const spans: { start: number; end: number; kind: Kind }[] = []
  let text = ""
  for (const part of template.split(/(\{[a-z]+\})/)) {
    const slot = /^\{([a-z]+)\}$/.exec(part)?.[1]
    if (slot === undefined) {
      text += style < 0.3 ? part.toLowerCase() : part
      continue
    }
    const name = drawers.first(group, random)
    const plain = name.toLowerCase().replaceAll(/[^a-z]/g, "")
    const values: Readonly<Record<string, () => string>> = {
      name: () => (isSlipped ? slip(name.toLowerCase(), random) : name),
      full: () => `${name} ${drawers.last(group, random)}`,
      surname: () => drawers.last(group, random),
      title: () => random.pick(["Mr", "Mrs", "Miss", "Ms", "mr", "mrs", "Mr.", "miss"]),
      place: () => drawers.place(random),
      school: () => drawers.school(random),
      street: () => drawers.street(random),
      address: () => `${1 + random.below(180)} ${drawers.street(random)}`,
      postcode: () => postcode(random),
      phone: () => grouped(phone(random), random),
      email: () => email(plain, random),
      url: () => url(plain, random),
      handle: () => handle(plain, random),
      dob: () => birthDate(random),
      nhs: () => nhs(random),
      upn: () => upn(random),
      nino: () => nino(random),
    }
    const made = values[slot]?.() ?? ""
    const kind = kindOf[slot] ?? "structured"
    const written =
      slot === "title" || kind === "structured" ? made : isProper ? capital(made.toLowerCase()) : made.toLowerCase()
    const start = text.length
    text += kind === "structured" && style < 0.3 ? written.toLowerCase() : written
    if (slot !== "title") spans.push({ start, end: text.length, kind })
  }
  return style > 0.92 ? { text: text.toUpperCase(), spans } : { text, spans }
}

const slipsOfClean = (text: string, random: Random): string =>
  text
    .split(" ")
    .map((word) => (random.isUnder(0.06) && /^[a-z]+$/.test(word) ? slip(word, random) : word))
    .join(" ")

/** `times` fills of each identifying template; clean ones as written, in small letters, and with slips. */
export const developmentSet = (drawers: Drawers, times: number): readonly Item[] => {
  const random = randomFrom(77)
  const items: Item[] = []
  for (const [at, [band, template]] of linesOf("identifying").entries())
    for (let time = 0; time < times; time++) {
      const group = groups[(at + time) % groups.length] ?? "births"
      const made = make(template, drawers, { group, isSlipped: false }, random)
      items.push({ id: `i${at}-${time}`, sort: "identifying", band, group, ...made })
    }
  for (const sort of ["tricky", "ordinary"] as const)
    for (const [at, [band, text]] of linesOf(sort).entries())
      for (const [time, written] of [text, text.toLowerCase(), slipsOfClean(text, random)].entries())
        items.push({ id: `${sort[0]}${at}-${time}`, sort, band, group: "births", text: written, spans: [] })
  return items
}

/** Names in the identifying templates that hold one name only. */
export const namesIn = (drawers: Drawers, making: Making, count: number, seed: number): readonly Item[] => {
  const random = randomFrom(seed)
  const templates = linesOf("identifying").filter(
    ([, text]) => (text.match(/\{/g) ?? []).length === 1 && text.includes("{name}"),
  )
  return Array.from({ length: count }, (_, at): Item => {
    const [band, template] = templates[at % templates.length] ?? ["", ""]
    return { id: `n${at}`, sort: "identifying", band, group: making.group, ...make(template, drawers, making, random) }
  })
}
