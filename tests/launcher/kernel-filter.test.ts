/** The filter of kernel calls, run here as the kernel runs it: what it refuses, and what it must let through. */
import { expect, test } from "vitest"
import { kernelFilter } from "../../src/launcher/kernel-filter.ts"

interface Call {
  readonly number: number
  readonly architecture: number
  readonly flags?: number
}

/** Runs classic BPF over the fields of `struct seccomp_data`. */
const outcomeOf = (program: Uint8Array, { number, architecture, flags = 0 }: Call): number => {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength)
  const data: Readonly<Record<number, number>> = { 0: number, 4: architecture, 16: flags }
  let held = 0
  for (let at = 0; at * 8 < program.byteLength; at++) {
    const [code, k] = [view.getUint16(at * 8, true), view.getUint32(at * 8 + 4, true)]
    if (code === 0x06) return k
    if (code === 0x20) held = data[k] ?? Number.NaN
    else {
      const holds = { 21: held === k, 53: held >= k, 69: (held & k) !== 0 }[code]
      at += view.getUint8(at * 8 + (holds ? 2 : 3))
    }
  }
  throw new Error("the program ends without an outcome")
}

const [allow, notPermitted, notKnown, kill] = [0x7fff0000, 0x00050001, 0x00050026, 0x80000000]

const processors = [
  [
    "x64",
    0xc000003e,
    { socket: 41, connect: 42, ptrace: 101, clone: 56, read: 0, write: 1, listen: 50, execve: 59, futex: 202 },
  ],
  [
    "arm64",
    0xc00000b7,
    { socket: 198, connect: 203, ptrace: 117, clone: 220, read: 63, write: 64, listen: 201, execve: 221, futex: 98 },
  ],
] as const

test.each(processors)(
  "on %s it refuses sockets, tracing and processes, and lets threads, files and the given port through",
  (name, architecture, calls) => {
    const program = kernelFilter(name) ?? new Uint8Array()
    const outcome = (number: number, flags?: number) =>
      outcomeOf(program, { number, architecture, ...(flags && { flags }) })
    for (const call of ["socket", "connect", "ptrace"] as const) expect(outcome(calls[call]), call).toBe(notPermitted)
    for (const call of ["read", "write", "listen", "execve", "futex"] as const)
      expect(outcome(calls[call]), call).toBe(allow)
    expect(outcome(calls.clone, 0x003d0f00), "a thread").toBe(allow)
    expect(outcome(calls.clone, 17), "a process").toBe(notPermitted)
    expect(outcome(435), "clone3").toBe(notKnown)
    expect(outcome(0x40000000 + calls.read), "the other face of x64").toBe(notPermitted)
  },
)

test("a call of another architecture ends the process, and an unknown processor has no filter", () => {
  expect(outcomeOf(kernelFilter("x64") ?? new Uint8Array(), { number: 0, architecture: 0x40000003 })).toBe(kill)
  expect(kernelFilter("riscv64")).toBeUndefined()
})
