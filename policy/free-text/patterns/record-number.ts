/** Finds NHS numbers, unique pupil numbers and National Insurance numbers by their check digits and shapes. */
import { digitRuns } from "./digits.ts"
import { leadOf, type Match } from "./match.ts"

/** Modulus 11 over the first nine digits; the tenth is the check. */
export const isNhsNumber = (digits: string): boolean => {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false
  const sum = [...digits.slice(0, 9)].reduce((all, digit, at) => all + Number(digit) * (10 - at), 0)
  const check = 11 - (sum % 11)
  return check !== 10 && (check === 11 ? 0 : check) === Number(digits[9])
}

const upnLetters = "ABCDEFGHJKLMNPQRTUVWXYZ"

/** The check letter of the twelve digits that follow it, modulus 23. */
export const isUpn = (code: string): boolean => {
  if (!/^[a-z]\d{11}[\da-z]$/.test(code)) return false
  const last = code.charAt(12)
  const lastValue = /\d/.test(last) ? Number(last) : upnLetters.indexOf(last.toUpperCase())
  const sum = [...code.slice(1, 12)].reduce((all, digit, at) => all + Number(digit) * (at + 2), lastValue * 13)
  return upnLetters.charAt(sum % 23).toLowerCase() === code.charAt(0)
}

const nhsNumbers = (text: string): readonly Match[] =>
  digitRuns(text).flatMap(({ digits, sizes, start, end }): readonly Match[] => {
    const isAnnounced = /\b(?:nhs|patient|hospital)\b[^.!?]{0,24}$/.test(leadOf(text, start))
    if (isAnnounced && digits.length >= 9 && digits.length <= 11)
      return [{ start, end, kind: "nhs-number", risk: 0.95 }]
    const isGrouped = sizes.length === 3 && sizes[0] === 3 && sizes[1] === 3
    if (
      /^ ?(?:views?|likes|subs|subscribers|followers|people|pounds|points|coins|robux|years|trees|times|stars|£|%)/.test(
        text.slice(end, end + 16),
      )
    )
      return []
    if (/[£$.]$/.test(leadOf(text, start, 1))) return []
    return isNhsNumber(digits) && !digits.startsWith("0") && !/0{5}/.test(digits)
      ? [{ start, end, kind: "nhs-number", risk: isGrouped ? 0.9 : 0.7 }]
      : []
  })

const upns = (text: string): readonly Match[] =>
  [...text.matchAll(/(?<![a-z0-9])[a-z][ -]?(?:\d[ -]?){11}[\da-z](?![a-z0-9])/g)].flatMap(({ 0: found, index }) => {
    const isAnnounced = /\b(?:upn|pupil number|pupil no)\b[^.!?]{0,24}$/.test(leadOf(text, index))
    const risk = isUpn(found.replaceAll(/[ -]/g, "")) || isAnnounced ? 0.97 : 0.7
    return [{ start: index, end: index + found.length, kind: "upn" as const, risk }]
  })

/** Two letters, six digits and a to d; some pairs of letters are never given out. */
const insurance =
  /(?<![a-z0-9])[abceghj-prstw-z][ -]?[abceghj-nprstw-z][ -]{0,2}(?:[0-9oil][ -]{0,2}){6}[a-d](?![a-z0-9])/g
const insuranceNumbers = (text: string): readonly Match[] =>
  [...text.matchAll(insurance)].flatMap(({ 0: found, index }): readonly Match[] => {
    const code = found.replaceAll(/[ -]/g, "")
    const isGiven = !/^(?:bg|gb|nk|kn|tn|nt|zz)/.test(code) && code.replaceAll(/[^0-9]/g, "").length >= 4
    return isGiven ? [{ start: index, end: index + found.length, kind: "national-insurance-number", risk: 0.97 }] : []
  })

export const findRecordNumbers = (text: string): readonly Match[] => [
  ...nhsNumbers(text),
  ...upns(text),
  ...insuranceNumbers(text),
]
