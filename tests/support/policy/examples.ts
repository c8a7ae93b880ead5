/** A rule's counterexamples, each shown to its decoder, as the report shows them. */
export { type Shown, show } from "../../../policy/report/counterexamples.ts"
