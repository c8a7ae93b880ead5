/** Types `this-build.mjs` for TypeScript. */
export declare const thisCommit: (root?: string) => string
export declare const thisBuild: (root?: string) => {
  readonly commit: string
  readonly clean: boolean
  readonly lockfile: string
}
