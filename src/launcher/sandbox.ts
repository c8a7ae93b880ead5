/** Puts `web` into a sandbox of the operating system where one is offered: no network, no other process, no other file. */
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import type { Account } from "./account.ts"
import { kernelFilter } from "./kernel-filter.ts"

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

/** Bubblewrap reads the filter from its standard input, to the end. */
const filtered = ["--seccomp", "0"]

const words = (bwrap: string, readable: readonly string[], filter: Uint8Array | undefined): readonly string[] => [
  bwrap,
  ...bounds,
  ...(filter === undefined ? [] : filtered),
  ...system,
  ...["--proc", "/proc", "--dev", "/dev"],
  ...[process.execPath, ...readable].flatMap((path) => ["--ro-bind", path, path]),
  ...["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/", "--"],
]

/** Tries it once, since a system may have the tool and still refuse what it asks for. */
const works = (bwrap: string, account: Account | undefined, filter: Uint8Array | undefined): boolean => {
  const [command = bwrap, ...args] = words(bwrap, [], filter)
  const { status } = spawnSync(command, [...args, process.execPath, "--version"], {
    ...account,
    env: {},
    input: filter ?? "",
    stdio: ["pipe", "ignore", "ignore"],
    timeout: 10_000,
  })
  return status === 0
}

/** What begins a command that runs in the sandbox. */
export interface Begun {
  readonly words: readonly string[]
  /** What it reads first from its standard input: its filter of kernel calls, or nothing. */
  readonly input: Uint8Array
}

/** `readable` are the only paths that a command reads, besides the libraries of the system. */
export interface Sandbox {
  readonly around: (readable: readonly string[]) => Begun
  /** Whether kernel calls are filtered: not on every processor, nor in every build of the system's tool. */
  readonly filters: boolean
}

/** `undefined` where the system offers none. */
export const sandboxOffered = (account?: Account): Sandbox | undefined => {
  const bwrap = process.platform === "linux" ? tool.find((file) => existsSync(file)) : undefined
  if (bwrap === undefined) return undefined
  // A tool that was built without filters still makes a sandbox.
  const filters = new Set([kernelFilter(), undefined])
  for (const filter of filters)
    if (works(bwrap, account, filter))
      return {
        around: (readable) => ({ words: words(bwrap, readable, filter), input: filter ?? new Uint8Array() }),
        filters: filter !== undefined,
      }
  return undefined
}
