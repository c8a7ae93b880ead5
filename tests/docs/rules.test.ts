/** Holds docs/rules.md to the register. */
import { expect, test } from "vitest"
import { rulesDocument } from "../../policy/report/rules-document.ts"

test("docs/rules.md says what the register says", async () => {
  await expect(rulesDocument()).toMatchFileSnapshot("../../docs/rules.md")
})
