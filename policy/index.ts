/** The register: every rule of the DPIA, in its order. */
import { aggregatesOnlyBeyondTheTeam } from "./rules/aggregates-only-beyond-the-team.ts"
import { approvedVariablesOnly } from "./rules/approved-variables-only.ts"
import { assetsRegistered } from "./rules/assets-registered.ts"
import { collectionWindow } from "./rules/collection-window.ts"
import { dpiaSignedOff } from "./rules/dpia-signed-off.ts"
import { evidenceTeamOnly } from "./rules/evidence-team-only.ts"
import { firstPartyOnly } from "./rules/first-party-only.ts"
import { formsMatchTheDpia } from "./rules/forms-match-the-dpia.ts"
import { freeTextAsksNoPersonalData } from "./rules/free-text-asks-no-personal-data.ts"
import { freeTextCleanedBeforeAnalysis } from "./rules/free-text-cleaned-before-analysis.ts"
import { noDirectIdentifiers } from "./rules/no-direct-identifiers.ts"
import { noPostcodeInSecureSettings } from "./rules/no-postcode-in-secure-settings.ts"
import { noSchoolInSecureSettings } from "./rules/no-school-in-secure-settings.ts"
import { optOutOnEveryQuestion } from "./rules/opt-out-on-every-question.ts"
import { outputsChecked } from "./rules/outputs-checked.ts"
import { postcodeDestroyedAfterMatching } from "./rules/postcode-destroyed-after-matching.ts"
import { postcodeOnlyForGeography } from "./rules/postcode-only-for-geography.ts"
import { privacyInformationFirst } from "./rules/privacy-information-first.ts"
import { processorExtractsDeletedAtClose } from "./rules/processor-extracts-deleted-at-close.ts"
import { purposeAndLawfulBasis } from "./rules/purpose-and-lawful-basis.ts"
import { qualityCheckedBeforeAnalysis } from "./rules/quality-checked-before-analysis.ts"
import { rawDataNeverShared } from "./rules/raw-data-never-shared.ts"
import { responsesAreAnonymousAndFinal } from "./rules/responses-are-anonymous-and-final.ts"
import { retentionReviewedAfterTwoYears } from "./rules/retention-reviewed-after-two-years.ts"
import { smallCellsSuppressed } from "./rules/small-cells-suppressed.ts"
import { webServerEmptiedAtClose } from "./rules/web-server-emptied-at-close.ts"

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
  responsesAreAnonymousAndFinal,
  firstPartyOnly,
  postcodeOnlyForGeography,
  postcodeDestroyedAfterMatching,
  freeTextCleanedBeforeAnalysis,
  qualityCheckedBeforeAnalysis,
  processorExtractsDeletedAtClose,
  webServerEmptiedAtClose,
  evidenceTeamOnly,
  rawDataNeverShared,
  purposeAndLawfulBasis,
  retentionReviewedAfterTwoYears,
  assetsRegistered,
  aggregatesOnlyBeyondTheTeam,
  smallCellsSuppressed,
  outputsChecked,
  dpiaSignedOff,
] as const
