/** Captures the output of a command line by line: standard output, standard error, and both in order. */
import { vi } from "vitest"

export interface Heard {
  readonly code: number
  readonly out: readonly string[]
  readonly error: readonly string[]
  readonly said: readonly string[]
}

/** A transfer of over two seconds prints how far it is; on a slow machine a short one does too. */
const isProgress = (line: string): boolean => /^\d{4}-\d{2}-\d{2}: .+ answers have arrived$/.test(line)

/** What a command asks of a person at a browser, while it waits. */
const isAsking = (line: string): boolean => line.startsWith("Prove it in the browser: ")

/** Standard error as one text. */
export const errorOf = ({ error }: Pick<Heard, "error">): string => error.filter((line) => !isProgress(line)).join("\n")

export const heard = async (command: () => Promise<number>): Promise<Heard> => {
  const [out, error, said]: [string[], string[], string[]] = [[], [], []]
  const hear = (way: "log" | "error", lines: string[]) =>
    vi.spyOn(console, way).mockImplementation((line: string) => {
      if (isAsking(line)) return
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
