/** Types `set-up.mjs` for TypeScript. */
export declare const root: string
export declare const giveUp: (sentence: string) => never
export declare const ensureInstalled: (wanted?: "run" | "tests") => void
export declare const ourNode: () => string
export declare const ensureBuilt: () => void
interface Build {
  readonly stamp: string
  readonly from: readonly string[]
  readonly args: readonly string[]
  readonly unused: readonly string[]
}
export declare const ensureBuilds: (...wanted: readonly Build[]) => void
export declare const ensurePrograms: () => void
export declare const programs: string
export type Program =
  | "launcher"
  | "writer"
  | "keeper"
  | "staff"
  | "transfer-once"
  | "custody-once"
  | "ask"
  | "scan-worker"
export declare const program: (name: Program) => string
