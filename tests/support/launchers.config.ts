/** Bundles the programs that tests start, as the product's own is bundled. */
import type { UserConfig } from "vite"
import programs from "../../src/launcher/programs.config.ts"

const { build } = programs

export default {
  ...programs,
  build: {
    ...build,
    // As deep below the root as the product's programs.
    outDir: ".results/launchers",
    rolldownOptions: {
      ...build.rolldownOptions,
      input: Object.fromEntries(
        ["launch-stub", "launch-stated", "transfer-killed"].map((name) => [name, `tests/support/${name}.ts`]),
      ),
    },
  },
} satisfies UserConfig
