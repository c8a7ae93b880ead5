/** Finds the pictures that a form, or any part of one, names. */

/** The value of every `picture` within, however deep. */
export const picturesIn = (within: unknown): readonly string[] => {
  if (Array.isArray(within)) return within.flatMap(picturesIn)
  if (!(within instanceof Object)) return []
  return Object.entries(within).flatMap(([key, value]) =>
    key === "picture" && typeof value === "string" ? [value] : picturesIn(value),
  )
}
