/** The grammar of a postcode: which letters and digits can stand where; it does not say that one exists. */
import { isValid } from "postcode"

/** Of the letters, those that the inward part uses. */
export const inwardLetters = "ABDEFGHJLNPQRSTUWXYZ"

const grammar =
  /^(?:[A-PR-UWYZ]\d{1,2}|[A-PR-UWYZ][A-HK-Y]\d{1,2}|[A-PR-UWYZ]\d[A-HJKMNPR-Y]|[A-PR-UWYZ][A-HK-Y]\d[ABEHMNPRVWXY]|ZZ\d)\d[ABD-HJLNP-UW-Z]{2}$/

/** `text` is compact and upper case. */
export const isPostcode = (text: string): boolean => isValid(text) && grammar.test(text)
