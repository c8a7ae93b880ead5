/** Draws the people of the pictures: each has a face, and no two of them are alike in skin, hair and dress. */

interface Look {
  readonly skin: string
  readonly top: string
  /** Hair or a scarf behind the head. */
  readonly behind?: string
  readonly hair: string
  readonly more?: string
}

const glasses =
  '<g fill="none" stroke="#3d2a72" stroke-width="2.800"><circle cx="39" cy="46" r="9"/><circle cx="61" cy="46" r="9"/><path d="M48 45q2-1.500 4 0"/></g>'

const short = "M23 40C22 18 35 13 50 13s28 5 27 27c-4-8-6-11-10-14H33c-4 3-6 6-10 14z"
const swept = "M22 45C17 16 36 9 54 11c18 1 28 12 24 34-3-9-7-12-12-15-10 4-24 4-32 1-6 3-9 7-12 14z"
const fringe = "M23 45c0-24 10-31 27-31s27 7 27 31c-6-8-10-14-13-18-10 6-24 6-32 3-4 4-6 9-9 15z"
const cap = "M23 46C20 8 80 8 77 46 72 32 62 27 50 27S28 32 23 46z"
const longBehind = "M17 50c0-30 14-41 33-41s33 11 33 41c0 14-1 22-5 27H22c-4-5-5-13-5-27z"

const path = (fill: string, d: string): string => `<path fill="${fill}" d="${d}"/>`
const circle = (fill: string, cx: number, cy: number, r: number): string =>
  `<circle fill="${fill}" cx="${cx}" cy="${cy}" r="${r}"/>`

export const looks = {
  amina: {
    skin: "#8a5433",
    top: "#ffcb45",
    behind: circle("#2a1814", 23, 22, 16) + circle("#2a1814", 77, 22, 16),
    hair: path("#2a1814", cap),
  },
  sam: { skin: "#f7d3b5", top: "#2f8f74", hair: path("#c4581f", swept) },
  mei: { skin: "#f2cda4", top: "#d94f7c", behind: path("#1d1a22", longBehind), hair: path("#1d1a22", fringe) },
  dev: { skin: "#c68a59", top: "#31796b", hair: path("#211a1e", short) },
  zara: {
    skin: "#d9a06f",
    top: "#e8705a",
    behind: path("#5b46b8", "M50 6C25 6 17 27 17 48c0 16 3 27 8 36 12 8 38 8 50 0 5-9 8-20 8-36C83 27 75 6 50 6z"),
    hair: path("#5b46b8", "M23 45c0-20 10-30 27-30s27 10 27 30c-3-14-11-22-27-22s-24 8-27 22z"),
  },
  leo: { skin: "#e9b98f", top: "#3f7fd0", hair: path("#231816", short) },
  grace: {
    skin: "#a86f45",
    top: "#5b46b8",
    behind: circle("#d8d4df", 50, 8, 11),
    hair: path("#d8d4df", "M23 45C20 18 34 12 50 12s30 6 27 33c-5-12-14-19-27-19s-22 7-27 19z"),
    more: glasses,
  },
  tom: {
    skin: "#f3c6a5",
    top: "#8a5433",
    hair: path("#9a948f", short),
    more: path("#9a948f", "M26 56c2 20 14 25 24 25s22-5 24-25c-4 7-8 8-12 7q-12-7-24 0c-4 1-8 0-12-7z"),
  },
  nia: {
    skin: "#6b3f26",
    top: "#d8542f",
    behind: path("#1b1210", longBehind),
    hair: path("#1b1210", cap),
  },
  eva: { skin: "#fadcc4", top: "#4b7bec", behind: path("#e0b252", longBehind), hair: path("#e0b252", fringe) },
} as const satisfies Readonly<Record<string, Look>>

export type Who = keyof typeof looks

const mouths = { smile: "M41 57q9 8 18 0", calm: "M42 59h16", sad: "M41 62q9-8 18 0" } as const
export type Mood = keyof typeof mouths

/** On a ground of 100 by 112. */
export const person = (who: Who, mood: Mood = "smile"): string => {
  const { skin, top, behind = "", hair, more = "" }: Look = looks[who]
  return [
    behind,
    path(top, "M13 112c0-24 12-37 30-37h14c18 0 30 13 30 37z"),
    path(skin, "M42 62h16v15a8 6 0 0 1-16 0z"),
    path(skin, "M24 43c0-18 11-28 26-28s26 10 26 28c0 19-11 29-26 29S24 62 24 43z"),
    hair,
    '<g fill="#1f1833"><ellipse cx="40" cy="46" rx="3.200" ry="4"/><ellipse cx="60" cy="46" rx="3.200" ry="4"/></g>',
    `<path d="${mouths[mood]}" fill="none" stroke="#1f1833" stroke-width="3.400" stroke-linecap="round"/>`,
    more,
  ].join("")
}

/** A person moved to a place of the picture, at a share of the full size. */
export const at = (x: number, y: number, size: number, drawing: string): string =>
  `<g transform="translate(${x} ${y}) scale(${size})">${drawing}</g>`
