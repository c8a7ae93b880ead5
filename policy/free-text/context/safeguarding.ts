/** Flags harm to self or others and disclosures of abuse, for the people who protect children; it never decides that a text is safe. */
import type { Scene } from "./scene.ts"

export const concerns = ["harm-to-self", "harm-to-others", "abuse"] as const
export type Concern = (typeof concerns)[number]

const patterns: readonly (readonly [Concern, RegExp])[] = [
  [
    "harm-to-self",
    /\b(?:kill(?:ing)? my ?self|suicid(?:e|al)|self ?harm(?:s|ed|ing)?|(?:cut|cutting|cuts|burn|hurt|hurting|harm|harming) my ?self|want(?:ed)? to die|wanna die|wish i (?:was|were) (?:dead|never born)|end (?:my life|it all)|take my (?:own )?life|dont want to (?:live|be alive|be here any ?more|exist)|better off (?:dead|without me)|overdose|hang my ?self|no (?:point|reason) (?:in |of )?(?:living|to live)|not eating|starv(?:e|ing) my ?self|make my ?self sick|kms)\b/,
  ],
  [
    "abuse",
    /\b(?:(?:dad|mum|stepdad|stepmum|uncle|brother|cousin|grandad|boyfriend|teacher|coach|man|carer|father|mother|aunt|auntie|nan|parents|they|he|she|someone|somebody) (?:[a-z]+ ){0,2}?(?:hits|hit|hitting|beats?|beating|punch(?:es|ed)?|kick(?:s|ed)?|slap(?:s|ped)?|touch(?:es|ed)|rap(?:es|ed)|abus(?:es|ed)|hurts?|strangl(?:es|ed)|burn(?:s|ed|t)|lock(?:s|ed)) (?:me|my mum|my sister|my brother|us|my private)|(?:sexually |physically |being |been |was |got |am )(?:abused|raped|assaulted|groomed|molested|beaten)|touch(?:es|ed|ing) (?:me|my) (?:private|down|there|where|in|when|[a-z]+ parts)|domestic (?:violence|abuse)|dont feel safe at home|not safe at home|scared (?:to go|of going) home|scared of my (?:dad|mum|stepdad|stepmum|uncle|mums boyfriend)|no food at home|inappropriate(?:ly)? touch|nudes|sen(?:d|t|ds) (?:him |her |them |me )?(?:nude|naked|rude)|secret (?:touching|with an adult)|forced (?:marriage|me to|to (?:marry|have sex))|fgm|county lines)\b/,
  ],
  [
    "harm-to-others",
    /\b(?:(?:want|going|gonna|wanna|plan|planning|like) (?:to )?(?:kill|stab|shoot|murder|hurt|bomb) (?:him|her|them|someone|people|everyone|my|the|a)|bring a knife|carry(?:ing)? a knife|have a knife|i (?:hurt|hit|kicked|touched) my (?:little|baby|younger) (?:brother|sister))\b/,
  ],
]

export const findConcerns = (scene: Scene): readonly Concern[] => {
  const text = scene.facts
    .map(({ word }) => word)
    .join(" ")
    .slice(0, 4000)
  return patterns.flatMap(([concern, pattern]) => (pattern.test(text) ? [concern] : []))
}
