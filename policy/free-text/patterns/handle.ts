/** Finds names of accounts: after @, after a platform, or by their shape. */
import { leadOf, type Match } from "./match.ts"

const platforms =
  "snap|snapchat|sc|insta|instagram|ig|tiktok|tik tok|tiktoks|roblox|discord|xbox|psn|playstation|ps4|ps5|steam|youtube|yt|youtube channel|channel|twitch|twitter|facebook|fb|whatsapp|kik|fortnite|minecraft|epic|vsco|bereal|be real"
const nouns =
  "user ?name|user|gamer ?tag|tag|name|account|handle|id|acc|profile|channel|is|im|:|-|=|@|called|me|on|at|my"
const announced = new RegExp(
  String.raw`(?:(?:\b(?:${platforms})\b['s]{0,2}|\b(?:user ?name|gamer ?tag|handle|tag|@)(?: is|:)?|\b(?:add|follow|dm|message|msg|find|subscribe to|sub to) me(?: on| at)?)(?: ?(?:${nouns})\b| ?[:=@-])* ?["'(]?)$`,
)
const strong = new RegExp(
  String.raw`(?:\b(?:${platforms})\b(?: (?:user ?name|gamer ?tag|tag|name|account|handle|id|acc|channel) ?(?:is)?| ?[:=@]| -)|\bmy (?:${platforms}) ?(?:is|s)?|\b(?:user ?name|gamer ?tag|handle)(?: is|:)?) ?["'(@]?$`,
)
const token = /[a-z0-9](?:[a-z0-9]|[._-](?=[a-z0-9_]))*_?|_[a-z0-9_.]{2,30}/g
const plain =
  /^(?:covid|year|yr|ps|ks|gcse|fifa|key|stage|class|set|level|season|part|chapter|episode|top|age|aged|sats|room|block|under|u|over|g|h|mp|a|b|c|x|xx|and|for|no|number|bus|group|team|f|gta|iphone|ipad|vr|co|nhs|y|gen|windows|area|channel|formula|round|version|catch|plan|form|grade|day|week|months?|page|p|pm|am|st|nd|rd|th|kg|km|gr|l|m|to|great|be|4g|5g|under|i|r|k|d)$/

const isSign = (text: string): boolean =>
  /_|[a-z]{2}\.[a-z]{2}/.test(text) || (/[0-9]/.test(text) && /[a-z]/.test(text))

/** Letters with figures after them, such as ellie2009; xbox360 and covid19 do not count. */
const shapeRisk = (found: string): number => {
  if (/^_?[a-z0-9.]*_[a-z0-9_.]*$/.test(found) && found.replaceAll(/[^a-z]/g, "").length >= 3) return 0.92
  const [, stem = "", figures = ""] = /^([a-z]{2,})[._-]?([0-9]{2,})[a-z]*$/.exec(found) ?? []
  if (
    stem === "" ||
    plain.test(stem) ||
    /^(?:xbox|fortnite|minecraft|blink|area|apollo|formula|route|euro|world|brexit|cop|class|summer|in|since|by|from|on|until|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept|oct|nov|dec|england|london|tokyo|paris|love|lockdown)$/.test(
      stem,
    )
  )
    return 0
  return figures.length === 4 || figures.length === 2 || figures.length === 3 ? (stem.length >= 4 ? 0.75 : 0.4) : 0.4
}

const words =
  /^(?:is|my|me|on|the|a|an|it|and|to|i|so|for|in|at|with|because|but|more|friends?|games?|videos?|all|when|not|too|help|bans?|should|can|has|be|app|time|live|account|name|username|user|called|please|pls|plz|or|if|every|day|really|people|they|he|she|we|you|bad|good|fun|cool|banned|free|one|series|im|ive|kids|children|are|was|addiction|addicted|stuff|posts?|pictures?|dances?)$/

export const findHandles = (text: string): readonly Match[] => {
  const matches: Match[] = []
  for (const { 0: found, index } of text.matchAll(
    /(?<![a-z0-9._])@ ?[a-z0-9_][a-z0-9_.]{1,40}|(?<![a-z0-9._])[a-z0-9][a-z0-9_.]{1,30}#[0-9]{4}(?![0-9])/g,
  ))
    matches.push({ start: index, end: index + found.replace(/[.]+$/, "").length, kind: "handle", risk: 0.95 })
  for (const { 0: found, index } of text.matchAll(token)) {
    if (found.length < 3 || found.length > 40 || /^[0-9.,-]+$/.test(found)) continue
    const end = index + found.length
    const lead = leadOf(text, index)
    const own = /^[a-z]+-[a-z]+$/.test(found) ? 0 : shapeRisk(found)
    const isAnnounced = announced.test(lead) && !words.test(found)
    const risk = isAnnounced && (isSign(found) || own > 0) ? 0.95 : isAnnounced && strong.test(lead) ? 0.6 : own
    if (risk > 0) matches.push({ start: index, end, kind: "handle", risk })
  }
  return matches
}
