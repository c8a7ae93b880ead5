/** A figure in the place of a letter hides no name, and a time of day counts as no name. */
import { Effect } from "effect"
import { expect, test } from "vitest"
import { readDetector } from "../../../db/free-text/read-detector.ts"

const detector = await Effect.runPromise(readDetector)

test.each([
  ["J4ck hit me", ["J4ck"]],
  ["my friend m3gan", ["m3gan"]],
  ["from 5am to 9pm", []],
  ["year 7b has h2o", []],
])("%s", (text, names) => {
  expect(detector.detect(text).spans.map(({ start, end }) => text.slice(start, end))).toEqual(names)
})
