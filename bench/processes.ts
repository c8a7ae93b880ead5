/** What processor time the service's processes have used, each by its own name, as the kernel counts it. */
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

/** A tick is a hundredth of a second on every Linux that Node runs on. */
const secondsOf = (pid: number): number => (Number(statOf(pid)[11] ?? 0) + Number(statOf(pid)[12] ?? 0)) / 100

const isLinux = process.platform === "linux"

/** By process name; empty where there is no /proc. */
export const cpuSeconds = (launcher: number): Readonly<Record<string, number>> => {
  if (!isLinux) return {}
  const children = readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && parentOf(pid) === launcher)
  return Object.fromEntries([
    ["launcher", secondsOf(launcher)],
    ...children.map((pid) => [nameOf(pid), secondsOf(pid)]),
  ])
}
