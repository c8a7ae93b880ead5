/** The six forms that are put before children, and no other. */
import type { Form } from "../policy/data/form.ts"
import type { FormId } from "../policy/data/form-id.ts"
import { form9to12 } from "./form-9-12.ts"

export const forms: readonly Form[] = [form9to12]

export const formOf = (id: FormId): Form | undefined => forms.find((form) => form.id === id)
