/** Prints the list of every package that runs the platform, as CycloneDX JSON (`npm run --silent sbom`). */
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { giveUp, root } from "../launcher/set-up.mjs"
import { thisTree } from "../launcher/this-build.mjs"

// From the lockfile, so that the list is the same on every machine and names every platform's parts.
const args = ["sbom", "--sbom-format=cyclonedx", "--sbom-type=application", "--package-lock-only"]
const script = process.env.npm_execpath
const [command, ...first] = script?.endsWith(".js") ? [process.execPath, script] : ["npm"]
const { status, stdout, stderr } = spawnSync(command, [...first, ...args], {
  cwd: root,
  encoding: "utf8",
  maxBuffer: 64 * 1024 * 1024,
  shell: command === "npm" && process.platform === "win32",
})
if (status !== 0) giveUp(`npm could not list the packages: ${stderr.trim()}`)

const bom = JSON.parse(stdout)
// npm's own `--omit=dev` also leaves out what both the platform and its tests need, Vite for one.
const isOfTests = ({ properties }) => properties.some(({ name }) => name === "cdx:npm:package:development")
const omitted = new Set(bom.components.filter(isOfTests).map((each) => each["bom-ref"]))
bom.components = bom.components.filter((each) => !isOfTests(each))
bom.dependencies = bom.dependencies
  .filter(({ ref }) => !omitted.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => !omitted.has(other)) }))

const { commit, clean } = thisTree()
// npm names the application after its folder.
bom.metadata.component.name = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).name
bom.metadata.component.properties.push(
  { name: "commit", value: commit },
  { name: "tree", value: clean ? "clean" : "changed" },
)
process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`)
