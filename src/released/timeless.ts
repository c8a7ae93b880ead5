/** A zip without the time of its making: the same bytes for the same parts. */

const [directoryMark, endLength] = [0x02014b50, 22]
/** 1 January 1980, the first day that a zip can tell. */
const firstDay = 0x00210000

/** `zip` has no comment after its end, as the library writes it. */
export const timeless = (zip: Buffer): Buffer => {
  const still = Buffer.from(zip)
  const end = still.length - endLength
  let at = still.readUInt32LE(end + 16)
  while (at < end && still.readUInt32LE(at) === directoryMark) {
    still.writeUInt32LE(firstDay, at + 12)
    still.writeUInt32LE(firstDay, still.readUInt32LE(at + 42) + 10)
    at += 46 + still.readUInt16LE(at + 28) + still.readUInt16LE(at + 30) + still.readUInt16LE(at + 32)
  }
  return still
}
