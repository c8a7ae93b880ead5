/** Describes the public registers from which a child chooses a school or a council. */
import { Context } from "effect"

export interface RegisterEntry {
  readonly code: string
  readonly words: string
}

export type RegisterName = "school" | "council"

export class Registers extends Context.Service<
  Registers,
  {
    readonly isListed: (register: RegisterName, code: string) => boolean
    /** At most a screenful, best first. */
    readonly search: (register: RegisterName, words: string) => readonly RegisterEntry[]
  }
>()("policy/response/Registers") {}
