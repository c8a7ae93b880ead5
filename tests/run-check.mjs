/** Checks types, format, lint, arrows and words at once (`npm run check`), on any Node from 20, in under 20 seconds. */
import { spawn } from "node:child_process"
import { mkdirSync } from "node:fs"
import { ensureInstalled, ourNode } from "../src/launcher/set-up.mjs"
import { bin, results, root } from "./support/project.mjs"

ensureInstalled()
mkdirSync(results, { recursive: true })

/** The compiler reads again only what has changed since the last check; `npm test` reads everything. */
const types = ["--noEmit", "-p", ".", "--incremental", "--tsBuildInfoFile", `${results}/types.tsbuildinfo`]
const steps = {
  types: [bin("typescript", "bin", "tsc"), ...types],
  "format and lint": [bin("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings", "."],
  "arrows and words": [bin("vitest", "vitest.mjs"), "run", "tests/architecture", "tests/words.test.ts"],
}

const runStep = ([name, args]) =>
  new Promise((resolve) => {
    const begun = Date.now()
    const child = spawn(ourNode(), args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] })
    let output = ""
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk))
    child.once("close", (code) => {
      const seconds = ((Date.now() - begun) / 1000).toFixed(1)
      process.stdout.write(code === 0 ? `${name}: passed (${seconds} s)\n` : `\n${name}: failed\n${output}\n`)
      resolve(code === 0)
    })
  })

const passed = await Promise.all(Object.entries(steps).map(runStep))
process.exitCode = passed.every(Boolean) ? 0 : 1
