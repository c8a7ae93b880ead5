/** The register: every rule built so far, in the order of the DPIA. */
import { approvedVariablesOnly } from "./rules/approved-variables-only.ts"
import { collectionWindow } from "./rules/collection-window.ts"
import { formsMatchTheDpia } from "./rules/forms-match-the-dpia.ts"
import { freeTextAsksNoPersonalData } from "./rules/free-text-asks-no-personal-data.ts"
import { noDirectIdentifiers } from "./rules/no-direct-identifiers.ts"
import { noPostcodeInSecureSettings } from "./rules/no-postcode-in-secure-settings.ts"
import { noSchoolInSecureSettings } from "./rules/no-school-in-secure-settings.ts"
import { optOutOnEveryQuestion } from "./rules/opt-out-on-every-question.ts"
import { privacyInformationFirst } from "./rules/privacy-information-first.ts"
import { purposeAndLawfulBasis } from "./rules/purpose-and-lawful-basis.ts"

export const rules = [
  noDirectIdentifiers,
  approvedVariablesOnly,
  optOutOnEveryQuestion,
  freeTextAsksNoPersonalData,
  formsMatchTheDpia,
  noPostcodeInSecureSettings,
  noSchoolInSecureSettings,
  privacyInformationFirst,
  collectionWindow,
  purposeAndLawfulBasis,
] as const
