/** A form compiles only when every rule that speaks of forms lets it pass; a breach shows the rule's name and the remedy. */
import type { FormDraft } from "./data/form.ts"
import type { ApprovedVariablesOnly } from "./rules/approved-variables-only.ts"
import type { FormsMatchTheDpia } from "./rules/forms-match-the-dpia.ts"
import type { FreeTextAsksNoPersonalData } from "./rules/free-text-asks-no-personal-data.ts"
import type { NoDirectIdentifiers } from "./rules/no-direct-identifiers.ts"
import type { NoPostcodeInSecureSettings } from "./rules/no-postcode-in-secure-settings.ts"
import type { NoSchoolInSecureSettings } from "./rules/no-school-in-secure-settings.ts"
import type { OptOutOnEveryQuestion } from "./rules/opt-out-on-every-question.ts"
import type { PrivacyInformationFirst } from "./rules/privacy-information-first.ts"
import type { PurposeAndLawfulBasis } from "./rules/purpose-and-lawful-basis.ts"

/** One object, so that the compiler's message lists every breach at once. */
type AllAtOnce<T> = unknown extends T ? unknown : { readonly [K in keyof T]: T[K] }

export type Lawful<F extends FormDraft> = AllAtOnce<
  NoDirectIdentifiers<F> &
    ApprovedVariablesOnly<F> &
    OptOutOnEveryQuestion<F> &
    FreeTextAsksNoPersonalData<F> &
    FormsMatchTheDpia<F> &
    NoPostcodeInSecureSettings<F> &
    NoSchoolInSecureSettings<F> &
    PrivacyInformationFirst<F> &
    PurposeAndLawfulBasis<F>
>
