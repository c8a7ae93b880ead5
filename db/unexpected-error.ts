/** Carries a defect out of a call to a store: the name, code and stack frames of the error, without its message, which may quote a row. */
import { defectOf } from "../policy/defect.ts"

const mostCauses = 3

/** Names and codes are words of the code; a longer or stranger one could be a value. */
const word = /^[\w.$-]{1,60}$/

const isWord = (value: unknown): value is string => typeof value === "string" && word.test(value)

const codeOf = (error: object): string | undefined => {
  const code = "errcode" in error ? String(error.errcode) : "code" in error ? error.code : undefined
  return isWord(code) ? code : undefined
}

export class UnexpectedError extends Error {
  readonly code: string | undefined

  constructor(thrown: unknown, depth = 0) {
    super("its message is left out, because it may quote an answer")
    const { errorClass, stack } = defectOf(thrown)
    this.name = thrown instanceof Error && !isWord(errorClass) ? "Error" : errorClass
    this.code = thrown instanceof Error ? codeOf(thrown) : undefined
    const title = this.code === undefined ? this.name : `${this.name} [${this.code}]`
    this.stack = [`${title}: ${this.message}`, ...stack.map((frame) => `    ${frame}`)].join("\n")
    if (thrown instanceof Error && thrown.cause !== undefined && depth < mostCauses)
      this.cause = new UnexpectedError(thrown.cause, depth + 1)
  }
}
