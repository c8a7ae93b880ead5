/** What `this-build.mjs` offers, for the TypeScript that uses it. */
export declare const thisBuild: (root?: string) => {
  readonly commit: string
  readonly clean: boolean
  readonly lockfile: string
}
