/** Types `this-build.mjs` for TypeScript. */
import type { Build } from "../../policy/report/build.ts"

export declare const thisCommit: (root?: string) => string
export declare const thisTree: (root?: string) => Pick<Build, "commit" | "clean">
export declare const thisBuild: (root?: string) => Build
