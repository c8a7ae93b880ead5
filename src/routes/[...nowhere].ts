/** Every address that is nothing of ours is a real 404. */
import { htmlResponse } from "../pages/document.tsx"
import { notFoundPage } from "../pages/not-found.tsx"

const html = notFoundPage()

export const GET = (): Response => htmlResponse(html, { cache: "forward", status: 404 })
