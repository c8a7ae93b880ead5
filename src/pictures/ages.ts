/** Draws a birthday cake with its number for each age: no two ages look alike. */

const cake = (years: number): string =>
  [
    '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64">',
    '<path d="M32 4q6 7 0 10q-6-3 0-10z" fill="#ffb52e" stroke="#1f1833" stroke-width="2"/><path d="M32 14v8" stroke="#1f1833" stroke-width="4" stroke-linecap="round"/>',
    '<path d="M8 58V32q0-10 10-10h28q10 0 10 10v26z" fill="#ffe1d8" stroke="#1f1833" stroke-width="2.500"/>',
    '<path d="M8 32q0-10 10-10h28q10 0 10 10q-4 7-8 0q-4 7-8 0q-4 7-8 0q-4 7-8 0q-4 7-8 0q-4 7-8 0z" fill="#d94f7c"/>',
    `<text x="32" y="54" text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="24" fill="#1f1833">${years}</text></svg>`,
  ].join("")

export const ages = {
  "age-6": cake(6),
  "age-7": cake(7),
  "age-8": cake(8),
  "age-9": cake(9),
  "age-10": cake(10),
  "age-11": cake(11),
  "age-12": cake(12),
  "age-13": cake(13),
  "age-14": cake(14),
  "age-15": cake(15),
  "age-16": cake(16),
  "age-17": cake(17),
} as const
