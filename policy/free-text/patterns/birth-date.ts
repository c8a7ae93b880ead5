/** Finds dates of birth: dates that the text calls so, and full dates of the years in which children were born. */
import { leadOf, type Match } from "./match.ts"

const months =
  "jan(?:uary|uray)?|feb(?:ruary|uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
const day = "(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
const numeric = new RegExp(
  String.raw`(?<![0-9/.])${day} ?[/.\- ] ?(?:0?[1-9]|1[0-2]) ?[/.\- ] ?(?:(?:19|20)[0-9]{2}|'?[0-9]{2})(?![0-9/])`,
  "g",
)
const iso = /(?<![0-9])(?:19|20)[0-9]{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12][0-9]|3[01])(?![0-9])/g
const worded = new RegExp(
  String.raw`(?<![0-9a-z])(?:${day} ?(?:st|nd|rd|th)?(?: day)?(?: of)? ?(?:${months})|(?:${months}) (?:the )?${day} ?(?:st|nd|rd|th)?)(?![a-z])(?:,? ?(?:in )?(?:(?:19|20)[0-9]{2}|'?[0-9]{2}(?![0-9a-z])))?`,
  "g",
)
const compact = /(?<![0-9])(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])(?:20)?[01][0-9](?![0-9])/g

const ordinals =
  "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty ?-?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty ?-?first"
const spelled = new RegExp(
  `(?<![0-9a-z])(?:(?:${ordinals})(?: day)?(?: of)? (?:${months})|(?:${months}) (?:the )?(?:${ordinals}))(?![a-z])(?:,? (?:19|20)[0-9]{2})?`,
  "g",
)

const announced =
  /\b(?:born|birthday|bday|b day|birth ?date|birth|dob|d\.o\.b|d o b|date of birth|turn(?:ed|ing|s)?|birfday|birthdays)\b[^.!?]{0,30}$/
const after = /^[^.!?]{0,12}\b(?:is my (?:birthday|bday|dob|date of birth)|my birthday)\b/

const yearOf = (found: string): number | undefined => {
  const four = /(?:19|20)[0-9]{2}/.exec(found)
  if (four !== null) return Number(four[0])
  const two = /[/.\- '][ ']?([0-9]{2})$/.exec(found)
  return two === null ? undefined : 2000 + Number(two[1])
}

const riskOf = (found: string, lead: string, rest: string, isCompact: boolean): number => {
  const year = yearOf(found)
  const isAnnounced = announced.test(lead) || after.test(rest)
  if (isAnnounced) return 0.95
  if (isCompact || year === undefined || /^[0-9 ]+$/.test(found)) return 0
  return /(?:19|20)[0-9]{2}/.test(found) && year >= 2002 && year <= 2017 ? 0.8 : 0
}

export const findBirthDates = (text: string): readonly Match[] =>
  [numeric, iso, worded, spelled, compact].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index }): readonly Match[] => {
      const end = index + found.length
      const risk = riskOf(found, leadOf(text, index, 50), text.slice(end, end + 40), pattern === compact)
      return risk > 0 ? [{ start: index, end, kind: "date-of-birth", risk }] : []
    }),
  )
