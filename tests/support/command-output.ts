/** Captures the output of a command line by line: standard output, standard error, and both in order. */
import { vi } from "vitest"

export interface Heard {
  readonly code: number
  readonly out: readonly string[]
  readonly error: readonly string[]
  readonly said: readonly string[]
}

export const heard = async (command: () => Promise<number>): Promise<Heard> => {
  const [out, error, said]: [string[], string[], string[]] = [[], [], []]
  const hear = (way: "log" | "error", lines: string[]) =>
    vi.spyOn(console, way).mockImplementation((line: string) => {
      lines.push(line)
      said.push(line)
    })
  const spies = [hear("log", out), hear("error", error)]
  try {
    return { code: await command(), out, error, said }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
