/** Every hue, light and dark: text at 7:1, what one presses and its edges at 3:1, computed from the tokens themselves. */
import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"

const css = readFileSync(new URL("../../src/style/tokens.css", import.meta.url), "utf8")
const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)")

type Tokens = Readonly<Record<string, string>>

const tokensOf = (sheet: string, selector: string): Tokens => {
  const block = new RegExp(`(?:^|\\s)${selector.replace(".", "\\.")} \\{([^}]*)\\}`).exec(sheet)?.[1] ?? ""
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name, value]) => [name, value]),
  )
}

const channels = (hex: string): readonly number[] => {
  const full = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join("") : hex.slice(1)
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255)
}

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const text = [
  ["ink", ["wash", "shape", "bubble", "surface"]],
  ["soft", ["wash", "shape", "surface"]],
  ["deep", ["wash", "shape", "surface"]],
  ["on-deep", ["deep"]],
] as const

const edges = [
  ["line", ["wash", "surface"]],
  ["focus", ["wash", "shape", "surface", "bubble"]],
] as const

const schemes = [
  ["light", tokensOf(light, ":root"), light],
  ["dark", { ...tokensOf(light, ":root"), ...tokensOf(dark, ":root") }, dark],
] as const

describe.each(schemes)("%s", (_, root, sheet) => {
  test.each(["", ".sun", ".coral", ".mint", ".violet"])("text and edges of hue %j have enough contrast", (hue) => {
    const tokens: Tokens = { ...root, ...(hue && tokensOf(sheet, hue)) }
    const at = (name: string) => tokens[name] ?? "#000"
    for (const [front, backs] of text)
      for (const back of backs) expect(contrast(at(front), at(back)), `${front} on ${back}`).toBeGreaterThanOrEqual(7)
    for (const [front, backs] of edges)
      for (const back of backs) expect(contrast(at(front), at(back)), `${front} on ${back}`).toBeGreaterThanOrEqual(3)
  })
})

test("targets are at least 48 px high, and 64 for the youngest and in easy read", () => {
  const tall = (selector: string) =>
    Number(new RegExp(`${selector} \\{[^}]*--tall: ([\\d.]+)rem`).exec(light)?.[1] ?? 0) * 16
  expect(tall(":root")).toBeGreaterThanOrEqual(48)
  expect(tall("\\.large")).toBeGreaterThanOrEqual(64)
})

test("easy read is never smaller than 14 points", () => {
  const small = Number(/\.easy \{[^}]*--small: ([\d.]+)rem/.exec(light)?.[1] ?? 0)
  expect(small * 16).toBeGreaterThanOrEqual((14 / 72) * 96)
})
