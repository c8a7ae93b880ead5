/** Collects the rules that a form, a question or an option must keep to compile; a breach shows the rule's name and the remedy. */
import type { FormDraft } from "./data/form.ts"
import type { ApprovedVariablesOnly } from "./rules/approved-variables-only.ts"
import type { FormsMatchTheDpia } from "./rules/forms-match-the-dpia.ts"
import type { FreeTextAsksNoPersonalData, NoFreeTextForAYoungChild } from "./rules/free-text-asks-no-personal-data.ts"
import type { NoDirectIdentifiers } from "./rules/no-direct-identifiers.ts"
import type { NoPostcodeInSecureSettings } from "./rules/no-postcode-in-secure-settings.ts"
import type { NoSchoolInSecureSettings } from "./rules/no-school-in-secure-settings.ts"
import type { OptOutOnEveryQuestion } from "./rules/opt-out-on-every-question.ts"
import type { PrivacyInformationFirst } from "./rules/privacy-information-first.ts"
import type {
  PartHasItsCondition,
  PurposeAndLawfulBasis,
  QuestionHasItsCondition,
} from "./rules/purpose-and-lawful-basis.ts"

/** `unknown` for a lawful option or row; otherwise its breaches. */
export type LawfulPart<P> = PartHasItsCondition<P>

/** `unknown` for a sentence that question `Q` may use; otherwise its breaches. */
export type LawfulWords<Q, Words> = FreeTextAsksNoPersonalData<Omit<Q, "ask" | "hint"> & { readonly ask: Words }>

/** `unknown` for a lawful question; otherwise its breaches. */
export type LawfulQuestion<Q> = NoDirectIdentifiers<Q> &
  ApprovedVariablesOnly<Q> &
  OptOutOnEveryQuestion<Q> &
  FreeTextAsksNoPersonalData<Q> &
  NoPostcodeInSecureSettings<Q, true> &
  NoSchoolInSecureSettings<Q, true> &
  QuestionHasItsCondition<Q>

/**
 * `unknown` for a question that is lawful where it is asked; otherwise its breaches.
 * `Id` is the form that asks it; `AfterSetting` says that an earlier page asks where the child lives.
 */
export type LawfulInForm<Q, Id extends string, AfterSetting extends boolean> = NoFreeTextForAYoungChild<Q, Id> &
  NoPostcodeInSecureSettings<Q, AfterSetting> &
  NoSchoolInSecureSettings<Q, AfterSetting>

/** `unknown` for a form that is lawful as a whole; otherwise its breaches. */
export type Lawful<F extends FormDraft> = FormsMatchTheDpia<F> & PrivacyInformationFirst<F> & PurposeAndLawfulBasis<F>
