/** Kills an import { askProgram } from "../support/programs.ts"
import { askProgram } from "../support/programs.ts"
import at many moments: the earlier geography or the complete new one remains. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { geographyFolder } from "../../db/geography/index-folder.ts"
import { deprivation } from "../support/geography-files.ts"
import { whole, written } from "../support/geography-written.ts"
import { askProgram } from "../support/programs.ts"
import { newFolder } from "../support/store.ts"

const tags = ["postcode-only-for-geography" as const]

test("a killed import leaves the earlier geography or the complete new one", { tags }, async () => {
  const dataDir = newFolder()
  const folder = geographyFolder(dataDir)
  const [before, after] = [
    written(whole),
    written({ ...whole, "File_7_IoD2025.csv": deprivation("2021", [2, 4, 7, 10]) }),
  ]
  const brought = (files: readonly string[]) =>
    spawn(process.execPath, [...askProgram(), "geography", "import", "--part", ...files], {
      env: { DATA_DIR: dataDir, MODE: "rehearsal" },
      stdio: "ignore",
    })
  const [code] = await once(brought(before), "exit")
  expect(code).toBe(0)
  const bytes = () => readFileSync(join(folder, "england.index"))
  const old = bytes()
  const began = performance.now()
  await once(brought(after), "exit")
  const took = performance.now() - began
  const fresh = bytes()
  expect(fresh.equals(old)).toBe(false)
  for (let share = 0.3; share < 1.1; share += 0.16) {
    const running = brought(before)
    setTimeout(() => running.kill("SIGKILL"), took * share)
    await once(running, "exit")
    expect([old, fresh].some((whole) => whole.equals(bytes()))).toBe(true)
  }
  await once(brought(after), "exit")
  expect(bytes().equals(fresh)).toBe(true)
})
