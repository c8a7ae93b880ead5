/** Draws the pictures of people, and of homes with those who live in them, on a ground of 80 by 80. */
import { at, type Mood, person, type Who } from "./person.ts"

const ground = '<rect width="80" height="80" rx="14" fill="#f3edfb"/>'

const scene = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80" viewBox="0 0 80 80"><clipPath id="c"><rect width="80" height="80" rx="14"/></clipPath><g clip-path="url(#c)">${ground}${inside}</g></svg>`

/** Side by side, those further back first. */
const two = (one: Who, other: Who): string => scene(at(34, 22, 0.54, person(other)) + at(-6, 22, 0.54, person(one)))

const child = (x: number, who: Who, mood?: Mood): string => at(x, 42, 0.36, person(who, mood))

const heart = (x: number, y: number, fill = "#c21f3a"): string =>
  `<path transform="translate(${x} ${y})" fill="${fill}" d="M0 5C-2-3-12-1-9 7c1 4 6 7 9 10 3-3 8-6 9-10C12-1 2-3 0 5z"/>`

const lines = (d: string, colour = "#1f1833", width = 4): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

/** A home and those who live in it. */
const home = (inside: string): string =>
  scene(`<path fill="#e8d3b8" d="M12 38 40 12l28 26v42H12z"/>${inside}${lines("M6 42 40 10l34 32", "#861736", 6)}`)

const inHome = (x: number, who: Who, size = 0.34): string => at(x, 80 - 112 * size, size, person(who))

export const scenes = {
  family: scene(at(-8, 12, 0.52, person("dev")) + at(36, 12, 0.52, person("zara")) + child(22, "leo")),
  "own-family": scene(
    at(-8, 12, 0.52, person("eva")) + at(36, 12, 0.52, person("nia")) + at(26, 54, 0.26, person("sam")) + heart(40, 4),
  ),
  friends: two("amina", "sam"),
  close: scene(
    at(-10, 26, 0.48, person("grace")) +
      at(42, 26, 0.48, person("mei")) +
      at(17, 34, 0.46, person("dev")) +
      heart(40, 4),
  ),
  "grown-ups": two("tom", "nia"),
  groups: scene(
    at(-4, 0, 0.4, person("leo")) +
      at(44, 0, 0.4, person("nia")) +
      at(-4, 38, 0.4, person("zara")) +
      at(44, 38, 0.4, person("eva")),
  ),
  lonely: scene(at(22, 28, 0.46, person("leo", "sad")) + lines("M2 78h76", "#8f86a8", 3)),
  "sad-child": scene(`${at(4, 10, 0.7, person("mei", "sad"))}<path fill="#3f7fd0" d="M30 50q-5 8 0 10t0-10z"/>`),
  inside: scene(at(4, 4, 0.72, person("amina", "calm")) + heart(40, 62)),
  someone: scene(
    `<path fill="#8f86a8" d="M12 84c0-20 11-30 24-30h8c13 0 24 10 24 30z"/><circle cx="40" cy="32" r="20" fill="#8f86a8"/>${lines("M34 27a6 6 0 1 1 8 6c-2 1-2 2-2 4M40 44v.1", "#fff", 5)}`,
  ),
  "with-parents": home(inHome(6, "dev") + inHome(40, "zara") + inHome(28, "leo", 0.24)),
  "foster-parents": home(inHome(8, "tom") + inHome(40, "amina", 0.28) + heart(40, 22)),
  relatives: home(inHome(8, "grace") + inHome(40, "nia", 0.28)),
  "childrens-home": home(inHome(7, "sam", 0.26) + inHome(27, "amina", 0.26) + inHome(47, "mei", 0.26)),
  "people-asian": two("zara", "mei"),
  "people-black": two("amina", "nia"),
  "people-mixed": scene(at(-8, 12, 0.52, person("eva")) + at(36, 12, 0.52, person("nia")) + child(22, "dev")),
  "people-white": two("eva", "sam"),
  "people-another": scene(
    at(-6, 22, 0.54, person("dev")) +
      `<circle cx="60" cy="46" r="15" fill="#3d2a72"/>${lines("M60 38v16M52 46h16", "#fff", 5)}`,
  ),
} as const
