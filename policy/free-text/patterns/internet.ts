/** Finds e-mail addresses, also spelled out or cut short, and addresses of the web. */
import { leadOf, type Match } from "./match.ts"

const domains =
  "gmail|googlemail|hotmail|outlook|yahoo|icloud|live|btinternet|sky|aol|mail|protonmail|msn|gmial|gmal|hotmial"
const local = "[a-z0-9][a-z0-9._+-]{0,40}"
const at = String.raw` ?(?:@|\(at\)|\[at\]|{at}) ?`
const dot = String.raw`(?: ?\. ?| ?\(dot\) ?| dot |,)`
const patterns: readonly (readonly [RegExp, number])[] = [
  [
    new RegExp(
      String.raw`(?<![a-z0-9._+-])${local}${at}[a-z0-9][a-z0-9-]{0,40}(?:${dot}[a-z0-9-]{2,20}){1,4}(?![a-z0-9])`,
      "g",
    ),
    0.98,
  ],
  [new RegExp(`(?<![a-z0-9._+-])${local}(?:${at}| at )(?:${domains})(?:${dot}[a-z]{2,3}){0,2}(?![a-z0-9])`, "g"), 0.95],
]
/** "play sky at live": without a sign, the spelled form needs its dot. */
const isSpelled = (found: string): boolean => !/ at /.test(found) || /dot|\.|,/.test(found)

export const findEmails = (text: string): readonly Match[] =>
  patterns.flatMap(([pattern, risk]) =>
    [...text.matchAll(pattern)]
      .filter(({ 0: found }) => isSpelled(found))
      .map(({ 0: found, index }) => ({ start: index, end: index + found.length, kind: "email" as const, risk })),
  )

const endings =
  "com|co\\.uk|org\\.uk|sch\\.uk|ac\\.uk|gov\\.uk|org|net|uk|tv|gg|io|me|info|biz|online|site|xyz|app|link|ly"
const web = new RegExp(
  String.raw`(?:https?:\/\/|www\.)[^\s<>"')]{1,200}|(?<![a-z0-9@._-])(?:[a-z0-9][a-z0-9-]{0,40}\.){1,4}(?:${endings})(?:\/[^\s<>"')]{0,200})?(?![a-z0-9@])`,
  "g",
)
/** Sites that everybody knows, without a path, name nobody. */
const wellKnown =
  /^(?:https?:\/\/)?(?:www\.)?(?:youtube|google|bbc|roblox|facebook|instagram|tiktok|snapchat|netflix|amazon|twitter|minecraft|wikipedia|childline|ebay|mathletics|ttrockstars|gov|nhs|bbcbitesize|spotify|twitch|discord|whatsapp|zoom|kooth|poki|friv|coolmathgames)\.(?:com|co\.uk|org|org\.uk|uk|net|gov\.uk|tv)[/.]?$/

export const findUrls = (text: string): readonly Match[] =>
  [...text.matchAll(web)].flatMap(({ 0: found, index }): readonly Match[] => {
    if (wellKnown.test(found) || /@ ?$/.test(leadOf(text, index, 3))) return []
    const trimmed = found.replace(/[.,!?]+$/, "")
    return [{ start: index, end: index + trimmed.length, kind: "url", risk: 0.95 }]
  })
