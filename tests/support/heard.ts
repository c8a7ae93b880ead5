/** What a command says line by line, kept off the terminal: on each of its two ways out, and on both in the order said. */
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
