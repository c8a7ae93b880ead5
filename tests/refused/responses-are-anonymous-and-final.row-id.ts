/** Refuses a receipt with the id of the row. */
import { unlinkable } from "../../policy/response/unlinkable.ts"

export const receipt = unlinkable({ accepted: true, id: 4711 })
