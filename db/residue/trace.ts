/** That something was found, what kind of thing and where: never the thing itself. */

export const kinds = ["planted word", "postcode", "sealed row"] as const

export interface Trace {
  readonly what: (typeof kinds)[number]
  /** First byte, and how many bytes it takes as it is written there. */
  readonly at: number
  readonly length: number
  readonly encoding: string
}

export interface Found extends Trace {
  readonly file: string
}

export type Find = (bytes: Buffer) => readonly Trace[]
