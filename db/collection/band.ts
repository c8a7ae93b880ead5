/** A counter is shown in bands only, since a counter shown to anyone is a publication too: where the band begins is enough. */
import { banded } from "../../policy/report/banded.ts"

export const band = (count: number): string => banded(count).replace(/ to .*/, "")
