/** Describes a sabotage as data: the edits to the code, and the layers that must catch it, cheapest first. */
import type { Layer } from "../../policy/layer.ts"
import type { RuleId } from "../../policy/rule-id.ts"

/** The text must be in the file exactly once; otherwise the list is out of date and its test fails. */
export interface Replacing {
  readonly file: string
  readonly find: string
  readonly replace: string
}

/** A file that does not exist yet. */
export interface Writing {
  readonly file: string
  readonly write: string
}

export type Edit = Replacing | Writing

/** The compiler refuses with these words: any other error does not count. */
export interface ByTypes {
  readonly layer: "types"
  readonly says: string
}

/** A test fails that passed before; `named` narrows to tests whose full name has these words. */
export interface ByTest {
  readonly layer: Exclude<Layer, "types" | "people">
  readonly file: string
  readonly named?: string
}

export type Check = ByTypes | ByTest

interface Named {
  readonly rule: RuleId
  /** Word for word as `rules.md` has it. */
  readonly sabotage: string
  /** Tells several ways of one sabotage apart. */
  readonly way?: string | undefined
}

export interface Sabotage extends Named {
  readonly edits: readonly [Edit, ...Edit[]]
  readonly caughtBy: readonly [Check, ...Check[]]
}

/** Its target does not exist yet; once `until` does, the sabotage is due. */
export interface NotBuilt extends Named {
  readonly waitsFor: string
  readonly until: string
}

export type Planned = Sabotage | NotBuilt

export const isBuilt = (planned: Planned): planned is Sabotage => "edits" in planned

export const nameOf = ({ sabotage, way }: Pick<Named, "sabotage" | "way">): string =>
  way === undefined ? sabotage : `${sabotage} › ${way}`

export const change = (file: string, find: string, replace: string): Replacing => ({ file, find, replace })

export const remove = (file: string, find: string): Replacing => change(file, find, "")

export const write = (file: string, text: string): Writing => ({ file, write: `/** Sabotage. */\n${text}\n` })

/** Caught when the compiler refuses in the name of this rule. */
export const types = (rule: RuleId): ByTypes => ({ layer: "types", says: `"${rule}"` })

export const by = (layer: ByTest["layer"], file: string, named?: string): ByTest => ({
  layer,
  file: `tests/${file}`,
  ...(named !== undefined && { named }),
})

/** Caught when a fixture that must not compile does. */
export const fixture = (file: string): ByTest => by("test", "policy/refused.test.ts", `: ${file}.ts`)
