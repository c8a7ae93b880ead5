/** States the technical deployment. To go live, set the mode, then declare each item that `npm start` lists: ask -- declare. */
import type { Deployment } from "./policy/deployment/deployment.ts"

export default {
  mode: "rehearsal",
  controller: "Children's Commissioner for England",
  regulator: "Information Commission",
  /** Served at /.well-known/security.txt: the controller's public page, until it names an address for weaknesses. */
  securityContact: "https://www.childrenscommissioner.gov.uk/contact-us/",
  host: "127.0.0.1",
  port: 3000,
} satisfies Deployment
