/** Each pack prints on A4: no wider than the paper, and on at most two sheets. */
import { expect, test } from "vitest"
import { packs } from "../../src/pages/packs/packs.ts"
import { tooWide } from "../support/e2e/measures.ts"
import { useSite } from "../support/e2e/site.ts"

const site = useSite()
/** CSS pixels between the margins of 16 mm. */
const paper = { width: Math.floor(((210 - 2 * 16) / 25.4) * 96), height: 1000 }

test("every pack prints on one or two sheets of A4, and without buttons", async () => {
  const { page } = await site.visit({ script: false, viewport: paper })
  for (const { slug } of packs) {
    const response = await page.goto(site.url(`/schools/${slug}`))
    expect(response?.status(), slug).toBe(200)
    await page.emulateMedia({ media: "print" })
    expect(await page.evaluate(tooWide), slug).toEqual([])
    expect(await page.locator(".tool:visible, .foot:visible, .more:visible").count(), slug).toBe(0)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1")
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/)
    expect(pdf.match(/\/Type \/Page\b/g)?.length, slug).toBeLessThanOrEqual(2)
    await page.emulateMedia({ media: null })
  }
})
