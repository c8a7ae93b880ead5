/** Finds the DPIA in the folder next to the project, or skips aloud: it is the controller's and not in this repository. */
import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { TestContext } from "vitest"

export const documentPath = fileURLToPath(new URL("../../../../../shared/dpia/dpia.txt", import.meta.url))

export const documentOrSkip = (context: TestContext): string => {
  if (existsSync(documentPath)) return readFileSync(documentPath, "utf8")
  const reason = "The DPIA's text (../shared/dpia/dpia.txt) is not here, so its quotes were not checked against it."
  console.warn(`Skipped "${context.task.name}": ${reason}`)
  return context.skip(reason)
}
