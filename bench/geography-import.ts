/** Runs one import in a process of its own, so that its memory can be measured. */
import { ask } from "../tests/support/ask.ts"

const [dataDir = "", ...files] = process.argv.slice(2)
const began = performance.now()
const code = await ask({ mode: "rehearsal", dataDir, databaseUrl: undefined }, "geography", "import", ...files)
const seconds = (performance.now() - began) / 1000
process.send?.({ code, seconds, peakKilobytes: process.resourceUsage().maxRSS })
