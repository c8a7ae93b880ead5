/** Describes a finding of the scan: its kind and position, never its content. */

/** Free text may contain a postcode until a person has cleaned it: such findings are counted apart. */
export const kinds = [
  "planted word",
  "postcode",
  "sealed row",
  "row of a destroyed day",
  "postcode in free text",
] as const

export interface Finding {
  readonly what: (typeof kinds)[number]
  /** The position of its first byte, and its length in bytes. */
  readonly at: number
  readonly length: number
  readonly encoding: string
}

export interface FileFinding extends Finding {
  /** A file, or a table and column in it. */
  readonly file: string
}

export type Find = (bytes: Buffer) => readonly Finding[]
