/** Names the folder of the recordings: next to the released tables, in the one folder of a deployment that the public may read. */
import { dirname, join } from "node:path"

export const voiceFolderNextTo = (released: string): string => join(dirname(released), "voice")
