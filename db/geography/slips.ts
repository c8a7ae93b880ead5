/** The slips of the pen that a child's postcode may hold, each tried in full, so that a lone explanation is really alone. */
const alike = ["0O", "1IL", "5S"]
const characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

const likeness = (sign: string): string => alike.find((group) => group.includes(sign)) ?? sign

/** Every way to read signs that look alike, the one written among them. */
export function* lookAlikes(text: string, from = 0): Generator<string> {
  for (let at = from; at < text.length; at++) {
    const group = likeness(text.charAt(at))
    if (group.length === 1) continue
    for (const sign of group) yield* lookAlikes(text.slice(0, at) + sign + text.slice(at + 1), at + 1)
    return
  }
  yield text
}

export function* withoutOne(text: string): Generator<string> {
  for (let at = 0; at < text.length; at++) yield text.slice(0, at) + text.slice(at + 1)
}

export function* withOneMore(text: string): Generator<string> {
  for (let at = 0; at <= text.length; at++)
    for (const sign of characters) yield text.slice(0, at) + sign + text.slice(at)
}

export function* withNeighboursSwapped(text: string): Generator<string> {
  for (let at = 0; at + 1 < text.length; at++)
    yield text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
}

export function* withOneChanged(text: string): Generator<string> {
  for (let at = 0; at < text.length; at++)
    for (const sign of characters) yield text.slice(0, at) + sign + text.slice(at + 1)
}
