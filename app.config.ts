/** This deployment. To go live, set the mode and record what `npm start` then says is missing. */
import type { Deployment } from "./policy/deployment.ts"

export default {
  mode: "rehearsal",
  controller: "Children's Commissioner for England",
  regulator: "Information Commission",
  host: "127.0.0.1",
  port: 3000,
  signOffs: [],
  decisions: [],
  waivers: [],
  risks: [],
  consultations: [],
} satisfies Deployment
