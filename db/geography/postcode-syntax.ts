/** Checks the grammar of a postcode: which letters and digits are allowed at each position, not whether it exists. */
import { isValid } from "postcode"

/** The letters that the inward part uses. */
export const inwardLetters = "ABDEFGHJLNPQRSTUWXYZ"

const grammar =
  /^(?:[A-PR-UWYZ]\d{1,2}|[A-PR-UWYZ][A-HK-Y]\d{1,2}|[A-PR-UWYZ]\d[A-HJKMNPR-Y]|[A-PR-UWYZ][A-HK-Y]\d[ABEHMNPRVWXY]|ZZ\d)\d[ABD-HJLNP-UW-Z]{2}$/

/** `text` is upper case, without spaces. */
export const isPostcode = (text: string): boolean => isValid(text) && grammar.test(text)
