/** Turns the picture of a thing into that of its lack, of trouble with it, or of a place that is locked: a bad thing looks bad. */

const marks = {
  no: '<g fill="none" stroke="#c21f3a" stroke-width="2.600" stroke-linecap="round"><circle cx="16" cy="16" r="14.500"/><path d="M6 26 26 6"/></g>',
  sad: '<path d="M18 27a4 4 0 0 1 .6-7.900 5.200 5.200 0 0 1 9.900 1A3.500 3.500 0 0 1 28.500 27z" fill="#5b6b8c" stroke="#fff"/><path d="m20 28.500-1 2.500m5-2.500-1 2.500m5-2.500-1 2.500" stroke="#2f6fd0" stroke-width="1.600" stroke-linecap="round"/>',
  lock: '<path d="M19 21h12v10H19z" fill="#ffcb45" stroke="#1f1833" stroke-width="1.400" stroke-linejoin="round"/><path d="M21.500 21v-3a3.500 3.500 0 0 1 7 0v3" fill="none" stroke="#1f1833" stroke-width="1.800"/><path d="M25 25v2.500" stroke="#1f1833" stroke-width="1.800" stroke-linecap="round"/>',
} as const

export type Mark = keyof typeof marks

const marked = /^(no|sad|lock)-(.+)$/

/** `undefined` for a name without a mark. */
export const markOf = (name: string): readonly [Mark, thing: string] | undefined => {
  const [, mark, thing] = marked.exec(name) ?? []
  return mark === undefined || thing === undefined ? undefined : [mark as Mark, thing]
}

/** `thing` is the inside of a drawing of 32 by 32. */
export const withMark = (mark: Mark, thing: string): string => {
  const inside =
    mark === "no"
      ? `<g transform="translate(4 4) scale(0.75)">${thing}</g>`
      : `<g transform="translate(0 -1) scale(0.9)">${thing}</g>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32">${inside}${marks[mark]}</svg>`
}
