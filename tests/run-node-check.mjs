/**
 * Compares the Node among the packages with the one that nodejs.org publishes (`npm run node:check`).
 * `-- --sums SHASUMS256.txt --archive node-v….tar.gz` compares with files that were downloaded elsewhere.
 */
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { parseArgs } from "node:util"
import { gunzipSync } from "node:zlib"
import { giveUp, ourNode } from "../src/launcher/set-up.mjs"

const options = { sums: { type: "string" }, archive: { type: "string" }, node: { type: "string" } }
const { values } = parseArgs({ options })

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex")

const node = values.node ?? ourNode()
const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout?.trim()
const isWindows = process.platform === "win32"
const published = isWindows
  ? `win-${process.arch}/node.exe`
  : `node-${version}-${process.platform}-${process.arch}.tar.gz`
const address = `https://nodejs.org/dist/${version}`

const fetched = async (name) => {
  try {
    const answer = await fetch(`${address}/${name}`, { signal: AbortSignal.timeout(120_000) })
    if (!answer.ok) throw new Error(`it answered ${answer.status}`)
    return Buffer.from(await answer.arrayBuffer())
  } catch (error) {
    const why = error.cause?.code ?? error.message
    return giveUp(
      `Not checked: ${address}/${name} could not be fetched (${why}). Download SHASUMS256.txt and ${basename(published)} from there on another machine, then run: npm run node:check -- --sums SHASUMS256.txt --archive ${basename(published)}`,
    )
  }
}

/** The bytes of the one file of a tar whose path ends as given; `undefined` when there is no such file. */
const fileIn = (tar, ending) => {
  for (let at = 0; at + 512 <= tar.length; ) {
    const text = (from, length) => tar.toString("utf8", at + from, at + from + length).replace(/\0.*$/s, "")
    const size = Number.parseInt(text(124, 12), 8) || 0
    if (text(0, 100).endsWith(ending)) return tar.subarray(at + 512, at + 512 + size)
    at += 512 + Math.ceil(size / 512) * 512
  }
  return undefined
}

const local = (file) => {
  try {
    return readFileSync(file)
  } catch (error) {
    return giveUp(`Not checked: ${file} could not be read (${error.code}).`)
  }
}

const sums = values.sums === undefined ? await fetched("SHASUMS256.txt") : local(values.sums)
const listed = sums
  .toString("utf8")
  .split("\n")
  .map((line) => line.trim().split(/\s+/))
  .find(([, name]) => name === published)?.[0]
if (listed === undefined) giveUp(`Not checked: the list of sums does not name ${published}.`)

/** The list has the sum of Windows' program itself, and of the archive that holds it elsewhere. */
const expected = async () => {
  if (isWindows) return listed
  const archive = values.archive === undefined ? await fetched(published) : local(values.archive)
  if (sha256(archive) !== listed)
    giveUp(`The archive is not the one that was published: its SHA-256 is ${sha256(archive)}, and ${listed} is listed.`)
  const program = fileIn(gunzipSync(archive), "/bin/node")
  return program === undefined ? giveUp("Not checked: the archive holds no bin/node.") : sha256(program)
}

const found = sha256(readFileSync(node))
const wanted = await expected()
if (found !== wanted)
  giveUp(
    `${node} is not the Node ${version} that was published: its SHA-256 is ${found}, and the published one's is ${wanted}. Do not run it: remove node_modules, and tell the maintainers of this project.`,
  )
process.stdout.write(
  `${node} is Node ${version} as it was published: both have the SHA-256 ${found}. The signature of the list was not checked.\n`,
)
