/** Types `manifest.mjs` for TypeScript. */
export declare const manifest: (root?: string) => Readonly<Record<string, string>>
