/** Lists the six forms of the survey by id. */
import type { Form } from "../policy/data/form.ts"
import type { FormId } from "../policy/data/form-id.ts"
import { easyRead6to8 } from "./easy-read-6-8.ts"
import { easyRead9to12 } from "./easy-read-9-12.ts"
import { form4to5 } from "./form-4-5.ts"
import { form6to8 } from "./form-6-8.ts"
import { form9to12 } from "./form-9-12.ts"
import { form13to17 } from "./form-13-17.ts"

const formsById: Readonly<Record<FormId, Form>> = {
  "4-5": form4to5,
  "6-8": form6to8,
  "9-12": form9to12,
  "13-17": form13to17,
  "easy-read-6-8": easyRead6to8,
  "easy-read-9-12": easyRead9to12,
}

export const forms: readonly Form[] = Object.values(formsById)

export const formOf = (id: FormId): Form => formsById[id]
