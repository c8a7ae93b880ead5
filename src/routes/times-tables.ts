/** What "Hide" leads to: a page of sums, and nothing of the survey. */
import type { APIEvent } from "@solidjs/start/server"
import { timesTablesPage } from "../pages/times-tables.tsx"
import { stillPage } from "../server/compressed.ts"

const page = stillPage(timesTablesPage())

export const GET = ({ request }: APIEvent): Response => page(request, { cache: "gone" })
