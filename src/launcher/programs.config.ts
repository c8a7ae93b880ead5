/** Bundles each program of ours with the packages that it uses: one by one, Node takes seconds to load their 700 modules. */
import type { UserConfig } from "vite"

/** Each looks for files of the project from its own place, so the bundles lie as deep below the root as the sources do. */
const input = {
  launcher: "src/launcher/main.ts",
  writer: "src/writer/writer.ts",
  keeper: "src/keeper/keeper.ts",
  staff: "src/staff/staff.ts",
  "transfer-once": "src/keeper/transfer-once.ts",
  "custody-once": "src/keeper/custody-once.ts",
  ask: "src/commands/ask.ts",
  "scan-worker": "db/residue/scan-worker.ts",
}

export default {
  publicDir: false,
  // HiGHS reads its WebAssembly from the folder of its script.
  ssr: { noExternal: true, external: ["highs"] },
  build: {
    ssr: true,
    outDir: ".output/programs",
    emptyOutDir: true,
    target: "node26",
    minify: false,
    rolldownOptions: {
      input,
      output: {
        entryFileNames: "[name].mjs",
        chunkFileNames: "[name]-[hash].mjs",
        // The log names the class of an error.
        keepNames: true,
      },
    },
  },
} satisfies UserConfig
