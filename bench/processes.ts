/** Reads the processor time of each process of the service from the kernel. */
import { readdirSync, readFileSync } from "node:fs"

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, "utf8")
  } catch {
    return undefined
  }
}

/** The fields after the command, which may itself hold spaces. */
const statOf = (pid: number): readonly string[] => {
  const stat = read(`/proc/${pid}/stat`)
  return stat === undefined ? [] : stat.slice(stat.lastIndexOf(")") + 2).split(" ")
}

const parentOf = (pid: number): number => Number(statOf(pid)[1])

const nameOf = (pid: number): string => {
  const words = read(`/proc/${pid}/cmdline`) ?? ""
  return words.includes("index.mjs")
    ? "web"
    : (["writer", "keeper"].find((each) => words.includes(`${each}.ts`)) ?? "other")
}

const isSandbox = (pid: number): boolean => /\/bwrap$/.test((read(`/proc/${pid}/cmdline`) ?? "").split("\0")[0] ?? "")

/** A tick is a hundredth of a second on every Linux that Node runs on. */
const secondsOf = (pid: number): number => (Number(statOf(pid)[11] ?? 0) + Number(statOf(pid)[12] ?? 0)) / 100

const isLinux = process.platform === "linux"

/** By process name; empty where there is no /proc. */
export const cpuSeconds = (launcher: number): Readonly<Record<string, number>> => {
  if (!isLinux) return {}
  const all = readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0)
  // Of a sandbox, the process inside.
  const below = (parent: number): readonly number[] =>
    all.filter((pid) => parentOf(pid) === parent).flatMap((pid) => (isSandbox(pid) ? below(pid) : [pid]))
  const children = below(launcher)
  return Object.fromEntries([
    ["launcher", secondsOf(launcher)],
    ...children.map((pid) => [nameOf(pid), secondsOf(pid)]),
  ])
}
