/** Times each recogniser on texts of 10,000 signs that are made to be slow. */
import { recognisers } from "../../policy/free-text/detector.ts"

const length = 10_000
const fill = (part: string): string => part.repeat(Math.ceil(length / part.length)).slice(0, length)

export const hostileTexts: readonly string[] = [
  ..."a 1 @ . - _ / + o".split(" ").map(fill),
  ...[
    "a.",
    "a@",
    "a@a.",
    "a_",
    "1 ",
    "1-",
    "07 ",
    "o1l ",
    "a1 ",
    "sw1a 1a ",
    "www.",
    "http://",
    "a at a dot ",
    "1/1/",
    "31/12/20",
    "jan 1 ",
    "my name is ",
    "at at at ",
    "double ",
    "a1b2",
    "@a.",
    "-._",
    "((((",
    "ab12 ",
    "snap is ",
    "add me on ",
    "a\u0301",
    "x x x ",
  ].map(fill),
]

/** Milliseconds of processor time for the slowest text for each recogniser, each timed as the best of three. */
export const slowest = (): readonly { readonly name: string; readonly ms: number }[] =>
  recognisers.map((recognise) => ({
    name: recognise.name,
    ms: Math.max(
      ...hostileTexts.map((text) =>
        Math.min(
          ...[1, 2, 3].map(() => {
            const before = process.cpuUsage()
            recognise(text)
            return process.cpuUsage(before).user / 1000
          }),
        ),
      ),
    ),
  }))
