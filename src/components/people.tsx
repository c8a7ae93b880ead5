/** Draws people for the bands, each with a face of their own; from 13 on there is line art in their place. Decoration only. */
import { at, person } from "../pictures/person.ts"
import type { Hue } from "./band.ts"

const talk =
  "M16 10h44a10 10 0 0 1 10 10v18a10 10 0 0 1-10 10H34L22 60V48h-6A10 10 0 0 1 6 38V20a10 10 0 0 1 10-10zM76 30h8a10 10 0 0 1 10 10v18a10 10 0 0 1-10 10h-6v12L66 68H48a10 10 0 0 1-10-10v-4"

const oneOf: Readonly<Record<Hue, string>> = {
  sun: at(22, 2, 0.98, person("grace")) + at(-2, 46, 0.6, person("mei")),
  coral: person("amina"),
  mint: person("leo"),
  violet: `<path class="talk-line" d="${talk}"/>`,
  plain: person("dev"),
}

/** One of a band, to stand on a card of its hue. */
export const OnePerson = (props: { readonly hue: Hue }) => (
  <svg class="person" viewBox="0 0 100 108" width="76" height="82" aria-hidden="true" innerHTML={oneOf[props.hue]} />
)

const crowd = [
  at(0, 30, 0.72, person("mei")),
  at(236, 6, 0.94, person("zara")),
  at(156, 0, 1, person("dev")),
  at(60, 14, 0.88, person("amina")),
  at(118, 44, 0.62, person("eva")),
  at(212, 40, 0.66, person("sam")),
].join("")

export const People = () => (
  <svg class="people" viewBox="0 0 330 110" width="330" height="110" aria-hidden="true" innerHTML={crowd} />
)
