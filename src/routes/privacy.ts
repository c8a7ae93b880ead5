/** What becomes of the answers. */
import type { APIEvent } from "@solidjs/start/server"
import deploymentFile from "../../app.config.ts"
import { forms } from "../../surveys/forms.ts"
import { privacyPage } from "../pages/privacy.tsx"
import { stillPage } from "../server/compressed.ts"
import { deployment } from "../server/environment.ts"
import { placesShown } from "../server/services.ts"

const { controller, regulator } = deploymentFile
const { mode, contacts = {} } = deployment
const page = stillPage(privacyPage({ forms, mode, controller, regulator, contacts, places: placesShown }))

export const GET = ({ request }: APIEvent): Response => page(request, { cache: "forward" })
