/** One child's turn at a device in class mode: from Start to the end, and on to the next child. */
import type { Page } from "playwright-core"
import type { WireAnswers } from "../../../policy/data/answer.ts"
import { askedForm } from "./child-answers.ts"
import { swift } from "./hand.ts"
import { settled } from "./settled.ts"
import { skipFrom } from "./skip.ts"
import type { Walk } from "./walk.ts"

export const classForm = askedForm("4-5")

export const turnAt = (page: Page): Walk => ({ page, hand: swift(page), form: classForm })

/** Leaves the page at the end of the turn. */
export const takeTurn = async (page: Page, given: WireAnswers): Promise<void> => {
  const walk = turnAt(page)
  await settled(page)
  await walk.hand.press("start")
  await skipFrom(walk, given)
  await walk.hand.press("send")
  await page.locator("#turn-over").waitFor()
}

export const nextChild = async (page: Page): Promise<void> => {
  await page.locator("#turn-over button").click()
  await page.locator("button[value=start]").waitFor()
}
