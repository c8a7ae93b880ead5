/** Recognises a sealed file by its frame: its label, and the length that its chunks give it. */
import { tagLength } from "../collection/suite.ts"
import { labelIn, lineOf } from "./label.ts"
import { chunkLength, encapsulatedLength } from "./sealed-file.ts"

/** The position of the ciphertext; `undefined` where the file is not framed as a sealed file, from its first byte to its last. */
export const frameOf = (head: Buffer, size: number): number | undefined => {
  const line = head.subarray(0, head.indexOf("\n") + 1)
  const label = labelIn(line)
  // Written again it must be the same bytes, so that nothing else fits into the label.
  if (label === undefined || !lineOf(label).equals(line)) return undefined
  const content = size - line.length - encapsulatedLength
  const last = content % (chunkLength + tagLength)
  return content >= tagLength && (last === 0 || last >= tagLength) ? line.length : undefined
}
