/** Makes the filter of kernel calls that `web` runs behind: a seccomp program in classic BPF, as `seccomp(2)` describes it. */
/** The numbers of a call on x64 and on arm64; `undefined` where it has no such call. */
type Numbers = readonly [x64: number, arm64: number | undefined]

/**
 * No service of a socket that is handed over needs one of these. They open other ways out (sockets, processes), reach
 * into other processes, or widen what can be attacked in the kernel.
 */
const refused: Readonly<Record<string, Numbers>> = {
  ...{ socket: [41, 198], socketpair: [53, 199], connect: [42, 203], bind: [49, 200] },
  ...{ fork: [57, undefined], vfork: [58, undefined], execveat: [322, 281] },
  ...{ ptrace: [101, 117], process_vm_readv: [310, 270], process_vm_writev: [311, 271], kcmp: [312, 272] },
  ...{ pidfd_open: [434, 434], pidfd_getfd: [438, 438], pidfd_send_signal: [424, 424] },
  ...{ bpf: [321, 280], perf_event_open: [298, 241], userfaultfd: [323, 282] },
  ...{ io_uring_setup: [425, 425], io_uring_enter: [426, 426], io_uring_register: [427, 427] },
  ...{ add_key: [248, 217], request_key: [249, 218], keyctl: [250, 219] },
  ...{ mount: [165, 40], umount2: [166, 39], pivot_root: [155, 41], chroot: [161, 51], mount_setattr: [442, 442] },
  ...{ open_tree: [428, 428], move_mount: [429, 429], fsopen: [430, 430], fsconfig: [431, 431] },
  ...{ fsmount: [432, 432], fspick: [433, 433], unshare: [272, 97], setns: [308, 268] },
  ...{ init_module: [175, 105], finit_module: [313, 273], delete_module: [176, 106] },
  ...{ kexec_load: [246, 104], kexec_file_load: [320, 294], reboot: [169, 142] },
  ...{ swapon: [167, 224], swapoff: [168, 225], acct: [163, 89], quotactl: [179, 60], syslog: [103, 116] },
  ...{ personality: [135, 92], open_by_handle_at: [304, 265], fanotify_init: [300, 262] },
  ...{ mknod: [133, undefined], mknodat: [259, 33] },
  ...{ modify_ldt: [154, undefined], iopl: [172, undefined], ioperm: [173, undefined] },
}

/** What the kernel calls each architecture, and its numbers of `clone` and `clone3`. */
const architectures = {
  x64: { audit: 0xc000003e, column: 0, clone: 56, clone3: 435 },
  arm64: { audit: 0xc00000b7, column: 1, clone: 220, clone3: 435 },
} as const

/** Where `struct seccomp_data` has each. */
const [callNumber, architecture, firstArgument] = [0, 4, 16]
/** `BPF_LD | BPF_W | BPF_ABS`, `BPF_JMP | … | BPF_K` and `BPF_RET | BPF_K`. */
const [load, ifEqual, ifAtLeast, ifHasBit, end] = [0x20, 0x15, 0x35, 0x45, 0x06]

const allow = 0x7fff0000
const kill = 0x80000000
const error = (code: number): number => 0x00050000 | code
const [notPermitted, notKnown] = [error(1), error(38)]
/** The flag of a thread of this process; without it, `clone` makes a process. */
const thread = 0x00010000
/** Calls of the 32-bit face of x64 begin here. */
const otherFace = 0x40000000

/** `onTrue` and `onFalse` are how many instructions are skipped. */
const instruction = (code: number, k: number, onTrue = 0, onFalse = 0): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt16LE(code, 0)
  bytes.writeUInt8(onTrue, 2)
  bytes.writeUInt8(onFalse, 3)
  bytes.writeUInt32LE(k, 4)
  return bytes
}

/** Returns `outcome` for a call with this number, and goes on for each other one. */
const answer = (number: number, outcome: number): Buffer =>
  Buffer.concat([instruction(ifEqual, number, 0, 1), instruction(end, outcome)])

/** `undefined` on a processor whose numbers are not listed here. */
export const kernelFilter = (processor: string = process.arch): Uint8Array | undefined => {
  if (processor !== "x64" && processor !== "arm64") return undefined
  const { audit, column, clone, clone3 } = architectures[processor]
  const numbers = Object.values(refused).flatMap((each) => each[column] ?? [])
  return Buffer.concat([
    instruction(load, architecture),
    instruction(ifEqual, audit, 1, 0),
    instruction(end, kill),
    instruction(load, callNumber),
    instruction(ifAtLeast, otherFace, 0, 1),
    instruction(end, notPermitted),
    ...numbers.map((number) => answer(number, notPermitted)),
    // Its flags lie in memory, where no filter can read them; the C library then asks for `clone`.
    answer(clone3, notKnown),
    instruction(ifEqual, clone, 0, 3),
    instruction(load, firstArgument),
    instruction(ifHasBit, thread, 1, 0),
    instruction(end, notPermitted),
    instruction(end, allow),
  ])
}
