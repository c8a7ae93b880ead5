/** What becomes of the answers. */
import type { APIEvent } from "@solidjs/start/server"
import { forms } from "../../surveys/forms.ts"
import { privacyPage } from "../pages/privacy.tsx"
import { stillPage } from "../server/compressed.ts"
import { deployment } from "../server/environment.ts"
import { placesShown } from "../server/services.ts"

const { mode, contacts = {} } = deployment
const page = stillPage(privacyPage({ forms, mode, contacts, places: placesShown }))

export const GET = ({ request }: APIEvent): Response => page(request, { cache: "forward" })
