/** Declares the variables of a deployment's tables, with the local authorities of the geography in use. */
import { placesIn } from "../../../db/geography/authorities.ts"
import { geographyFolder } from "../../../db/geography/index-folder.ts"
import type { DeclaredVariables } from "../../../policy/release/declared-variables.ts"
import { declaredWith } from "../../../surveys/variables/declared-variables.ts"
import type { StorageSettings } from "../../deployment/storage.ts"

export const declaredIn = ({ dataDir }: StorageSettings): DeclaredVariables =>
  declaredWith(placesIn(geographyFolder(dataDir)))
