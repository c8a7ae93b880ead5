/** The day is the sender's, and not the one on which the window was open. */
import type { Admitted } from "../../policy/stage.ts"

declare const admitted: Admitted
declare const sentOn: string
export const dated: Admitted = { ...admitted, receivedOn: sentOn }
