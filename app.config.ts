/** States the technical deployment. To go live, set the mode, then declare each item that `npm start` lists: ask -- declare. */
import type { Deployment } from "./policy/deployment/deployment.ts"

export default {
  mode: "rehearsal",
  host: "127.0.0.1",
  port: 3000,
  staff: { port: 3001 },
} satisfies Deployment
