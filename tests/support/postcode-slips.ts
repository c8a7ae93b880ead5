/** Postcodes as children misspell them, the same for the same seed. */

export type Random = () => number

/** Mulberry32. */
export const seeded = (seed: number): Random => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const below = (random: Random, most: number): number => Math.floor(random() * most)
const oneOf = <A>(random: Random, all: readonly A[], otherwise: A): A => all[below(random, all.length)] ?? otherwise

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
const digits = "0123456789"
const alike = ["0O", "1IL", "5S"]

const replaced = (text: string, at: number, sign: string): string => text.slice(0, at) + sign + text.slice(at + 1)

const lookAlike = (text: string, random: Random): string => {
  const places = [...text].flatMap((sign, at) => (alike.some((group) => group.includes(sign)) ? [at] : []))
  if (places.length === 0) return text
  const sure = oneOf(random, places, 0)
  return [...text]
    .map((sign, at) => {
      const group = alike.find((each) => each.includes(sign))
      if (!group || (at !== sure && random() < 0.6)) return sign
      return oneOf(
        random,
        [...group].filter((each) => each !== sign),
        sign,
      )
    })
    .join("")
}

const ofItsClass = (sign: string): string => (digits.includes(sign) ? digits : letters)

const around = [
  ["my postcode is ", ""],
  ["its ", " i think"],
  ["", " near the park"],
  ["I live at ", "."],
  ["", ", England"],
  ["postcode: ", ""],
] as const

/** Each makes one slip in the compact postcode. */
const slips = {
  "case and spaces": (text) => text,
  "signs that look alike": lookAlike,
  "one too few": (text, random) => {
    const at = below(random, text.length)
    return text.slice(0, at) + text.slice(at + 1)
  },
  "one written twice": (text, random) => {
    const at = below(random, text.length)
    return text.slice(0, at) + text.charAt(at) + text.slice(at)
  },
  "one too many": (text, random) => {
    const at = below(random, text.length + 1)
    return text.slice(0, at) + oneOf(random, [...letters, ...digits], "A") + text.slice(at)
  },
  "words around": (text) => text,
  "one taken for another": (text, random) => {
    const at = below(random, text.length)
    const sign = text.charAt(at)
    return replaced(
      text,
      at,
      oneOf(
        random,
        [...ofItsClass(sign)].filter((each) => each !== sign),
        sign,
      ),
    )
  },
  "two swapped": (text, random) => {
    const at = below(random, text.length - 1)
    return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
  },
} as const satisfies Record<string, (text: string, random: Random) => string>

export type Slip = keyof typeof slips
export const slipKinds = Object.keys(slips) as readonly Slip[]

const spaced = (text: string, random: Random): string => {
  const way = below(random, 4)
  if (way === 0) return text
  if (way === 1) return `${text.slice(0, -3)} ${text.slice(-3)}`
  if (way === 2) return [...text].join(" ")
  return `${text.slice(0, -3)}  ${text.slice(-3)} `
}

const cased = (text: string, random: Random): string => {
  const way = below(random, 3)
  if (way === 0) return text.toLowerCase()
  return way === 1 ? text : [...text].map((sign) => (random() < 0.5 ? sign.toLowerCase() : sign)).join("")
}

export const misspelt = (postcode: string, slip: Slip, random: Random): string => {
  const slipped = slips[slip](postcode, random)
  if (slip === "words around") {
    const [before, after] = around[below(random, around.length)] ?? around[0]
    return `${before}${cased(`${slipped.slice(0, -3)} ${slipped.slice(-3)}`, random)}${after}`
  }
  return cased(spaced(slipped, random), random)
}
