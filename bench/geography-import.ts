/** The import alone, in a process of its own, so that what it takes is known. */
import { geography } from "../src/commands/geography.ts"

const [dataDir = "", ...files] = process.argv.slice(2)
const began = performance.now()
const code = await geography({ mode: "rehearsal", dataDir, databaseUrl: undefined }, ["import", ...files])
const seconds = (performance.now() - began) / 1000
process.send?.({ code, seconds, peakKilobytes: process.resourceUsage().maxRSS })
