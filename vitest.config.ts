/** Vitest is configured apart from the build, so that a test never starts the site's own tooling. */
import solid from "vite-plugin-solid"
import { defineConfig } from "vitest/config"
import { ruleIds } from "./policy/rule-id.ts"

export default defineConfig({
  plugins: [solid({ ssr: true })],
  test: {
    tags: ruleIds.map((name) => ({ name })),
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    testTimeout: 30_000,
  },
})
