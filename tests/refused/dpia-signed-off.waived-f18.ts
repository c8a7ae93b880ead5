/** A waiver of the appropriate policy document, which the law lets nobody waive (F18). */
import config from "../../app.config.ts"
import type { Deployment } from "../../policy/deployment.ts"

export const deployment: Deployment = {
  ...config,
  waivers: [
    {
      finding: "F18",
      reason: "The document is being written.",
      owner: "An officer",
      askedBy: "An asker",
      grantedBy: "A granter",
      on: "2027-01-11",
      until: "2027-02-11",
    },
  ],
}
