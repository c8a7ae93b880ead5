/** The one way to write a form: what breaks a rule of the DPIA does not compile. */
import type { Form, FormDraft } from "../policy/data/form.ts"
import type { Lawful } from "../policy/lawful.ts"

export const defineForm = <const F extends FormDraft>(draft: F & Lawful<F>): F & Form => draft as F & Form
