/** A receipt with the id of the row. */
import { unlinkable } from "../../policy/rules/responses-are-anonymous-and-final.ts"

export const receipt = unlinkable({ accepted: true, id: 4711 })
