/** Copies the start scripts into a folder of their own, with stand-ins for npm, the build and the launcher. */
import { spawn } from "node:child_process"
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { ourNode, root } from "../../src/launcher/set-up.mjs"
import { newFolder } from "./store.ts"

const scripts = ["set-up.mjs", "alone.mjs", "installed.mjs", "steps.mjs", "prepare.mjs", "start.mjs"]

/** What the copy's lockfile names; npm adds the platform's own Node below. */
export const lockfile = {
  packages: {
    "": {},
    "node_modules/vite": { version: "8.0.0" },
    "node_modules/effect": { version: "4.0.0" },
    "node_modules/typescript": { version: "7.0.0" },
    "node_modules/vitest": { version: "5.0.0", dev: true },
  },
}

/** Records its arguments, and installs what the lockfile names, our own Node, and a build that copies the launcher. A step named in HANG never ends. */
const npm = `
import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
appendFileSync("npm.log", process.argv.slice(2).join(" ") + "\\n")
if (process.env.FAIL === "install") { console.error("npm error network is down"); process.exit(1) }
if (process.argv[2] === "ci") rmSync("node_modules", { recursive: true, force: true })
await new Promise((resolve) => setTimeout(resolve, Number(process.env.SLOW ?? 0)))
const hang = "import { spawn } from 'node:child_process'; if (process.env.HANG === STEP) { const child = spawn('sleep', ['300']); (await import('node:fs')).writeFileSync('hanging', String(child.pid)); await new Promise(() => setInterval(() => {}, 1e6)) }"
const wanted = Object.entries(JSON.parse(readFileSync("package-lock.json", "utf8")).packages).filter(([path, entry]) => path !== "" && !(entry.dev && process.argv.includes("--omit=dev")))
for (const [path] of wanted) { mkdirSync(path, { recursive: true }); writeFileSync(path + "/package.json", '{ "type": "module" }') }
mkdirSync("node_modules/vite/bin", { recursive: true })
mkdirSync("node_modules/effect/src", { recursive: true })
mkdirSync(NODE + "/bin", { recursive: true })
mkdirSync(NODE + "/include", { recursive: true })
try { symlinkSync(PROGRAM, NODE + "/bin/node") } catch {}
writeFileSync("node_modules/vite/bin/vite.js", hang.replace("STEP", "'build'") + "; const { appendFileSync, cpSync } = await import('node:fs'); if (process.argv.includes('--config')) cpSync('src/launcher/main.ts', '.output/programs/launcher.mjs'); else appendFileSync('build.log', 'built\\\\n')")
writeFileSync("src/launcher/hang.mjs", hang.replace("STEP", "'install'"))
await import(process.cwd() + "/src/launcher/hang.mjs")
writeFileSync("node_modules/.package-lock.json", JSON.stringify({ packages: Object.fromEntries(wanted) }))
console.log("\\nadded 2 packages in 1s")
`

/** Makes a Node believe that it is an old one, which only starts ours. */
export const oldNode = {
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent('Object.defineProperty(process.versions,"node",{value:"20.19.0"})')}`,
}

export interface StartCopy {
  readonly folder: string
  readonly read: (file: string) => string
  readonly spawn: (env?: Readonly<Record<string, string>>) => ReturnType<typeof spawn>
}

export const startCopy = (folder = newFolder()): StartCopy => {
  const at = (...path: readonly string[]) => join(folder, ...path)
  mkdirSync(at("src", "launcher"), { recursive: true })
  for (const script of scripts) cpSync(join(root, "src", "launcher", script), at("src", "launcher", script))
  writeFileSync(at("package.json"), '{ "type": "module" }')
  writeFileSync(at("package-lock.json"), JSON.stringify(lockfile))
  const node = JSON.stringify(`node_modules/node-${process.platform}-${process.arch}`)
  writeFileSync(at("npm.js"), npm.replaceAll("NODE", node).replaceAll("PROGRAM", JSON.stringify(ourNode())))
  writeFileSync(at("src", "launcher", "main.ts"), 'console.log("The Big Ask is open.")\n')
  return {
    folder,
    read: (file) => readFileSync(at(file), "utf8"),
    spawn: (env = {}) =>
      spawn(process.execPath, [at("src", "launcher", "start.mjs")], {
        cwd: folder,
        env: { PATH: process.env["PATH"], npm_execpath: at("npm.js"), ...env },
      }),
  }
}

/** Starts the copy and waits for its end. */
export const finished = async (copy: StartCopy, env?: Readonly<Record<string, string>>) => {
  const child = copy.spawn(env)
  let output = ""
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve))
  return { code, lines: output.trim().split("\n") }
}

/** Changes the lockfile of the copy, as an upgrade does. */
export const upgradeVite = (copy: StartCopy): void => {
  const packages = { ...lockfile.packages, "node_modules/vite": { version: "8.1.0" } }
  writeFileSync(join(copy.folder, "package-lock.json"), JSON.stringify({ packages }))
}
