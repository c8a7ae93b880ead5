/** The register: every rule built so far, in the order of the DPIA. */
import { approvedVariablesOnly } from "./rules/approved-variables-only.ts"
import { collectionWindow } from "./rules/collection-window.ts"
import { firstPartyOnly } from "./rules/first-party-only.ts"
import { formsMatchTheDpia } from "./rules/forms-match-the-dpia.ts"
import { freeTextAsksNoPersonalData } from "./rules/free-text-asks-no-personal-data.ts"
import { noDirectIdentifiers } from "./rules/no-direct-identifiers.ts"
import { noPostcodeInSecureSettings } from "./rules/no-postcode-in-secure-settings.ts"
import { noSchoolInSecureSettings } from "./rules/no-school-in-secure-settings.ts"
import { optOutOnEveryQuestion } from "./rules/opt-out-on-every-question.ts"
import { postcodeDestroyedAfterMatching } from "./rules/postcode-destroyed-after-matching.ts"
import { postcodeOnlyForGeography } from "./rules/postcode-only-for-geography.ts"
import { privacyInformationFirst } from "./rules/privacy-information-first.ts"
import { purposeAndLawfulBasis } from "./rules/purpose-and-lawful-basis.ts"
import { rawDataNeverShared } from "./rules/raw-data-never-shared.ts"

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
  firstPartyOnly,
  postcodeOnlyForGeography,
  postcodeDestroyedAfterMatching,
  rawDataNeverShared,
  purposeAndLawfulBasis,
] as const
