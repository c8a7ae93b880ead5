/** Finds telephone numbers of the United Kingdom, and shorter ones that the text announces. */
import { digitRuns } from "./digits.ts"
import { leadOf, type Match } from "./match.ts"

const announced =
  /\b(?:phone|number|mobile|mob|tel|telephone|call|ring|text|txt|whatsapp|whats app|contact|landline|msg|message|digits|fone|nummber|numbr)\b[^.!?]{0,24}$/
/** Free and shared lines, such as Childline, belong to no person. */
const shared = /^0(?:800|808|30[03]|345|370|84|87|500|9)/
const counting = /^0?1234567|^1?0?987654/

/** Without the country code and its spellings. */
const national = (digits: string): string => digits.replace(/^(?:0044|44)0?/, "0").replace(/^440/, "0")

const riskOf = (written: string, sizes: readonly number[], isRead: boolean, lead: string): number => {
  const isAnnounced = announced.test(lead)
  const hasCode = /^(?:0044|44)/.test(written) && written.length >= 11
  const digits = hasCode ? national(written) : written
  if (shared.test(digits) || counting.test(digits) || /^(\d)\1+$/.test(digits) || /^01{5}|^0+1?$/.test(digits)) return 0
  if (isRead && sizes.length > 1 && sizes.every((size) => size === 1) && !isAnnounced && digits.length < 10) return 0
  if (/^07\d{9}$/.test(digits) || /^0[12]\d{8,9}$/.test(digits) || /^0[35689]\d{8,9}$/.test(digits)) return 0.97
  if (/^07\d{8}$/.test(digits) || /^07\d{10}$/.test(digits)) return 0.9
  if (/^7[1-9]\d{8}$/.test(digits)) return isAnnounced || sizes.length > 1 ? 0.9 : 0.75
  if (isAnnounced && digits.length >= 6 && digits.length <= 13) return 0.85
  return 0
}

export const findPhones = (text: string): readonly Match[] =>
  digitRuns(text).flatMap(({ digits, sizes, start, end, isRead }): readonly Match[] => {
    const lead = leadOf(text, start)
    const risk = riskOf(digits, sizes, isRead, lead)
    const isPlus = text.charAt(start - 1) === "+" || text.charAt(start - 1) === "("
    return risk > 0 ? [{ start: isPlus ? start - 1 : start, end, kind: "phone", risk }] : []
  })
