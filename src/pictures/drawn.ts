/** Lists the pictures of our own: faces equal in size, line and colour, ways not to answer, people, ages and line art. */
import { ages } from "./ages.ts"
import { lineArt } from "./line-art.ts"
import { scenes } from "./scenes.ts"

const ink = "#2b2440"
const paper = "#fffdf8"

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32"><g fill="none" stroke="${ink}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${inside}</g></svg>`

const face = (mouth: string): string =>
  svg(
    `<circle cx="16" cy="16" r="14" fill="${paper}"/><path d="M11 11.500v2M21 11.500v2" stroke-width="2.600"/><path d="${mouth}"/>`,
  )

const bubble = (inside: string): string =>
  svg(
    `<path d="M7 4h18a5 5 0 0 1 5 5v9a5 5 0 0 1-5 5H15l-7 6v-6H7a5 5 0 0 1-5-5V9a5 5 0 0 1 5-5z" fill="${paper}"/>${inside}`,
  )

export const drawn: Readonly<Record<string, string>> = {
  ...scenes,
  ...ages,
  ...lineArt,
  "face-happy": face("M10 19c3 4.500 9 4.500 12 0"),
  "face-okay": face("M10.500 20.500h11"),
  "face-not-happy": face("M10 22c3-4.500 9-4.500 12 0"),
  "opt-out": bubble('<path d="M10 13.500h12" stroke-width="2.600"/>'),
  "dont-know": bubble(
    '<path d="M13 10.500a3.200 3.200 0 1 1 4.600 2.900c-1 .5-1.600 1.100-1.600 2.100" stroke-width="2.400"/><path d="M16 18.800v.1" stroke-width="3"/>',
  ),
}
