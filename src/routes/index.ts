/** The way in. */
import type { APIEvent } from "@solidjs/start/server"
import { Effect } from "effect"
import { forms } from "../../surveys/forms.ts"
import { landingPage } from "../pages/landing.tsx"
import { stillPage } from "../server/compressed.ts"
import { deployment } from "../server/environment.ts"
import { isRecorded, respond } from "../server/services.ts"
import { shut, shutNow } from "../server/shut.ts"

const page = stillPage(landingPage({ forms, mode: deployment.mode, recorded: isRecorded }))

export const GET = ({ request }: APIEvent): Promise<Response> =>
  respond(Effect.map(shutNow, (state) => (state ? shut(state) : page(request, { cache: "forward" }))))
