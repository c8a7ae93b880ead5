/** Types `results-key.mjs` for TypeScript. */
export declare const publicKeyIn: (folder: string) => string | undefined
export declare const signedResult: (folder: string, result: object) => string
