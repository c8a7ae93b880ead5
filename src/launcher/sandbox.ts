/** Puts `web` into a sandbox of the operating system where one is offered: no network, no other process, no other file. */
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import type { Account } from "./account.ts"

/** Bubblewrap needs no root, and sets `no_new_privs` on all that it starts. */
const tool = ["/usr/bin/bwrap", "/usr/local/bin/bwrap", "/bin/bwrap"]

const apart = ["user", "pid", "net", "ipc", "uts"].map((each) => `--unshare-${each}`)
/** The libraries that Node is linked to. */
const system = ["/usr", "/lib", "/lib64", "/nix/store"].flatMap((folder) => ["--ro-bind-try", folder, folder])
const bounds = [
  ...apart,
  "--unshare-cgroup-try",
  "--disable-userns",
  "--cap-drop",
  "ALL",
  "--die-with-parent",
  "--new-session",
]

const words = (bwrap: string, readable: readonly string[]): readonly string[] => [
  bwrap,
  ...bounds,
  ...system,
  ...["--proc", "/proc", "--dev", "/dev"],
  ...[process.execPath, ...readable].flatMap((path) => ["--ro-bind", path, path]),
  ...["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/", "--"],
]

/** Tries it once, since a system may have the tool and still refuse what it asks for. */
const works = (bwrap: string, account: Account | undefined): boolean => {
  const [command = bwrap, ...args] = words(bwrap, [])
  const { status } = spawnSync(command, [...args, process.execPath, "--version"], {
    ...account,
    env: {},
    stdio: "ignore",
    timeout: 10_000,
  })
  return status === 0
}

/** Begins a command that runs in the sandbox and reads only these paths; `undefined` where the system offers none. */
export type Sandbox = (readable: readonly string[]) => readonly string[]

export const sandboxOffered = (account?: Account): Sandbox | undefined => {
  const bwrap = process.platform === "linux" ? tool.find((file) => existsSync(file)) : undefined
  if (bwrap === undefined || !works(bwrap, account)) return undefined
  return (readable) => words(bwrap, readable)
}
