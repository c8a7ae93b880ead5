/** Reads the index in its own process and measures the time and the memory. */
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { gazetteerOf } from "../db/geography/imported.ts"
import { readIndex } from "../db/geography/index-folder.ts"

setFlagsFromString("--expose-gc")
const collect = runInNewContext("gc") as () => void
const held = (): number => {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const before = held()
const began = performance.now()
const index = readIndex(process.argv[2] ?? "")
if (index === undefined || index === "damaged") throw new Error("there is no index to read")
const { schools: _schools, ...parts } = index.parts
const gazetteer = gazetteerOf({ meta: index.meta, parts: { ...parts, schools: new Uint8Array(0) } })
const ready = performance.now() - began
process.send?.({ ready, bytes: held() - before, found: gazetteer.find("SW1A1AA") !== undefined })
