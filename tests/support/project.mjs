/** Names the folders of the project that the runners of tests share. */
import { join } from "node:path"
import { root } from "../../src/launcher/set-up.mjs"

export { root }

/** Git ignores this folder; the report reads it. */
export const results = join(root, ".results")

export const bin = (...path) => join(root, "node_modules", ...path)
