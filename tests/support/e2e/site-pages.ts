/** The pages besides the forms that a browser looks at: every pack at full size, else one. */
import { packs } from "../../../src/pages/packs/packs.ts"

const isFull = process.env["FULL"] === "1"

const packsLookedAt = isFull ? packs.map(({ slug }) => `/schools/${slug}`) : ["/schools/secure-units"]

export const sitePages: readonly string[] = [
  "/",
  "/privacy",
  "/complaint",
  "/accessibility",
  "/schools",
  ...packsLookedAt,
  "/tables/",
  "/no-such-page",
]
