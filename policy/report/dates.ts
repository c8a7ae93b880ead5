/** Writes dates in words, as people speak them: 22 November 2026, never 2026-11-22. */

const months = [
  ...["January", "February", "March", "April", "May", "June", "July", "August"],
  ...["September", "October", "November", "December"],
]

const inWords = (year: string, month: string, day: string): string =>
  `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`

/** Every civil date in a text, and every instant, whose time of day is left out. */
export const datesInWords = (text: string): string =>
  text.replace(
    /\b(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?(?![\d-])/g,
    (_, year: string, month: string, day: string) => inWords(year, month, day),
  )
