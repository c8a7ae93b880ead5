/** Which counts are small: from 1 to the threshold less one, and a zero only where the stricter parameter says so (F19). */
import { parameters } from "../parameters.ts"

export const isSmall = (count: number): boolean =>
  count < parameters.threshold.value && (count > 0 || parameters.suppressZeros.value)
