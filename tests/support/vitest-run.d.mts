/** What `vitest-run.mjs` offers, for the TypeScript that uses it. */
export interface TaggedTest {
  readonly file: string
  readonly name: string
  readonly status: "passed" | "failed" | "skipped"
}
export declare const byRule: (
  testResults: ReadonlyArray<{
    readonly name: string
    readonly assertionResults: ReadonlyArray<{
      readonly fullName: string
      readonly status: string
      readonly tags?: readonly string[]
    }>
  }>,
  folder?: string,
) => Readonly<Record<string, readonly TaggedTest[]>>
