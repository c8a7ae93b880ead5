/** Refuses the sender's day in place of the day on which the window was checked. */
import type { Admitted } from "../../policy/response/stage.ts"

declare const admitted: Admitted
declare const sentOn: string
export const dated: Admitted = { ...admitted, receivedOn: sentOn }
