/** Rounds a count down to the start of its band, because a counter shown to anybody is a publication. */
import { banded } from "../../policy/banded.ts"

export const band = (count: number): string => banded(count).replace(/ to .*/, "")
