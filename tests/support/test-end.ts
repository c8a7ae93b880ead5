/** Undoes what a test made when it ends: its folders, its stores, its processes. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

const endings: (() => unknown)[] = []

/** Runs when the test ends, the last one first. */
export const atEnd = (ending: () => unknown): void => void endings.push(ending)

export const runEndings = async (): Promise<void> => {
  for (const ending of endings.splice(0).reverse()) await ending()
}

export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "big-ask-"))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
