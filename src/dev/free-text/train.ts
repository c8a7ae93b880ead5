/** Trains the tagger and writes `policy/free-text/data/weights.bin`; the same templates and tables give the same bytes. */
import { writeFileSync } from "node:fs"
import { encodeWeights } from "../../../policy/free-text/tagger/weights.ts"
import { plan } from "../../../policy/free-text/training/plan.ts"
import { train } from "../../../policy/free-text/training/train.ts"
import { readCorpus } from "./read-corpus.ts"

const { corpus, lexicon } = readCorpus()
const texts = Number(process.argv[2] ?? plan.texts)
const bytes = encodeWeights(train(corpus, lexicon, { ...plan, texts }))
writeFileSync(process.argv[3] ?? new URL("../../../policy/free-text/data/weights.bin", import.meta.url), bytes)
console.log(`${texts} texts, ${(process.cpuUsage().user / 1e6).toFixed(0)} s of processor time, ${bytes.length} bytes`)
