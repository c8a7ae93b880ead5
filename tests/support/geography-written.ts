/** The publishers' files, small and whole, written where an import can read them. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { authorities, deprivation, nspl2025, schools } from "./geography-files.ts"
import { newFolder } from "./store.ts"

export type Files = Readonly<Record<string, string | Buffer>>

/** One of each kind, as their publishers write them. */
export const whole: Files = {
  "NSPL_FEB_2025_UK.csv": nspl2025(),
  "File_7_IoD2025.csv": deprivation("2021"),
  "lad24_rgn24.csv": authorities,
  "edubasealldata20250711.csv": schools,
}

/** In a folder of their own; their paths. */
export const written = (files: Files): readonly string[] => {
  const folder = join(newFolder(), "files")
  mkdirSync(folder)
  return Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  })
}
