/** Keeps the class of a thrown error and where it was thrown; its message is dropped, since it may hold an answer. */

export interface Defect {
  /** Such as `TypeError`; a thrown value that is no error is named by its type. */
  readonly errorClass: string
  /** The lines of the stack, without the message above them. */
  readonly stack: readonly string[]
}

/** A line of a message could begin with "at" too; only a frame ends in a line and a column. */
const isFrame = /^at .*:\d+:\d+\)?$/

export const defectOf = (thrown: unknown): Defect => {
  if (!(thrown instanceof Error)) return { errorClass: `thrown ${typeof thrown}`, stack: [] }
  const lines = (thrown.stack ?? "").replace(thrown.message, () => "").split("\n")
  return { errorClass: thrown.name, stack: lines.map((line) => line.trim()).filter((line) => isFrame.test(line)) }
}

/** "a TypeError", "an Error". */
export const defectText = ({ errorClass }: Defect): string =>
  `${/^[aeiou]/i.test(errorClass) ? "an" : "a"} ${errorClass}`
