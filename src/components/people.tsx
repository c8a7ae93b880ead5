/** Draws the four bands as growing speech bubbles: decoration only, without words. */
import { For } from "solid-js"
import type { Hue } from "./band.ts"

interface Person {
  readonly hue: Hue
  readonly left: number
  readonly width: number
  readonly height: number
}

const ground = 186

const people: readonly Person[] = [
  { hue: "violet", left: 258, width: 104, height: 160 },
  { hue: "mint", left: 168, width: 96, height: 126 },
  { hue: "coral", left: 86, width: 88, height: 94 },
  { hue: "sun", left: 10, width: 80, height: 68 },
]

const round = 30

/** A rounded box with the tail of a speech bubble at its foot. */
const outline = ({ left, width, height }: Person): string =>
  [
    `M${left + round} ${ground - height}h${width - 2 * round}a${round} ${round} 0 0 1 ${round} ${round}`,
    `v${height - 2 * round}a${round} ${round} 0 0 1-${round} ${round}h-${width - 2 * round - 16}`,
    `l-20 16l3-17a${round} ${round} 0 0 1-29-${round - 1}v-${height - 2 * round}a${round} ${round} 0 0 1 ${round}-${round}z`,
  ].join("")

const Figure = (props: { readonly person: Person }) => {
  const { left, width, height } = props.person
  const middle = left + width / 2 + 3
  const eyes = ground - height + Math.min(height * 0.42, 44)
  return (
    <g class={props.person.hue}>
      <path class="skin" d={outline(props.person)} />
      <g class="features">
        <ellipse cx={middle - 13} cy={eyes} rx="4.500" ry="6" />
        <ellipse cx={middle + 13} cy={eyes} rx="4.500" ry="6" />
        <path d={`M${middle - 8} ${eyes + 14}q8 7 16 0`} />
      </g>
    </g>
  )
}

export const People = () => (
  <svg class="people" viewBox="0 20 372 186" width="372" height="186" aria-hidden="true">
    <For each={people}>{(person) => <Figure person={person} />}</For>
  </svg>
)

/** One of them, to stand on a card of its own hue. */
export const OnePerson = (props: { readonly hue: Hue }) => {
  const person = people.find(({ hue }) => hue === props.hue)
  if (!person) return null
  const { left, width, height } = person
  return (
    <svg
      class="person"
      viewBox={`${left - 2} ${ground - height - 2} ${width + 4} ${height + 22}`}
      width={width * 0.7}
      height={(height + 20) * 0.7}
      aria-hidden="true"
    >
      <Figure person={person} />
    </svg>
  )
}
