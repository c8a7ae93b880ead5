/** The published registers from which a school or a council is chosen. */
import { Context } from "effect"

export interface Registered {
  readonly code: string
  readonly words: string
}

export type RegisterName = "school" | "council"

export class Registers extends Context.Service<
  Registers,
  {
    readonly isListed: (register: RegisterName, code: string) => boolean
    /** At most a screenful, best first. */
    readonly search: (register: RegisterName, words: string) => readonly Registered[]
  }
>()("policy/register/Registers") {}
