/** What this deployment has recorded of approvals, decisions and waivers, for audits. */
import { Context } from "effect"
import type { RecordedDeployment } from "../deployment.ts"

export class Recorded extends Context.Service<Recorded, RecordedDeployment>()("policy/evidence/Recorded") {}
