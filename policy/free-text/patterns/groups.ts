/** Lists the runs of letters and digits of a text, with the signs between them. */

export interface Group {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Whether no more than a few signs of separation are between it and the group before. */
  readonly isNear: boolean
}

const near = /^[ .,_*/–-]+$/

export const groupsOf = (text: string): readonly Group[] => {
  const groups: Group[] = []
  let last = 0
  for (const { 0: found, index } of text.matchAll(/[a-z0-9]+/g)) {
    groups.push({
      text: found,
      start: index,
      end: index + found.length,
      isNear: index - last < 4 && near.test(text.slice(last, index)),
    })
    last = index + found.length
  }
  return groups
}
