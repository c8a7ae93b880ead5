/** What `set-up.mjs` offers, for the TypeScript that uses it. */
export declare const root: string
export declare const giveUp: (sentence: string) => never
export declare const ensureInstalled: () => void
export declare const ourNode: () => string
export declare const ensureBuilt: () => void
