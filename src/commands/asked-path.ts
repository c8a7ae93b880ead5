/** A path as whoever asked meant it: from where they stood, and not from where npm goes to run a command. */
import { resolve } from "node:path"

export const askedPath = (path: string): string => resolve(process.env["INIT_CWD"] ?? ".", path)
