/** Finds texts that name nobody and yet point at one child: a rare condition, an only one, a role in a place, a family's crime. */
import type { Scene } from "./scene.ts"

const rare =
  /\b(?:ehlers danlos|cystic fibrosis|sickle cell|muscular dystrophy|duchenne|cerebral palsy|spina bifida|down'?s? syndrome|tourette'?s?(?: syndrome)?|brittle bone|osteogenesis|leukaemia|leukemia|brain tumou?r|hydrocephalus|haemophilia|hemophilia|huntington'?s|williams syndrome|turner syndrome|prader willi|fragile x|rett syndrome|edwards syndrome|noonan|marfan|crohn'?s|colitis|lupus|narcolepsy|phenylketonuria|pku|dwarfism|achondroplasia|albinism|albino|conjoined|cleft (?:lip|palate)|heart transplant|kidney transplant|liver transplant|dialysis|alopecia|vitiligo|selective mutism|kabuki|batten disease|angelman|digeorge|22q)\b/
const only =
  /\bonly (?:(?:[a-z]+ ){0,2}(?:girl|boy|child|kid|person|one|pupil|student|family|muslim|black|asian|jewish|sikh|hindu|deaf|blind|gay|trans|traveller|gypsy|white|refugee|wheelchair)) (?:[a-z]+ ){0,4}?(?:in|at|on|of) (?:my|our|the|this) (?:[a-z]+ ){0,2}(?:class|school|year|village|team|town|street|area|estate|club|form|college|church|mosque|whole)\b/
const roles =
  /\bmy (?:mum|dad|mother|father|stepdad|stepmum|nan|grandad|uncle|auntie|aunt|parents?|brother|sister) (?:is|was|works as|are|used to be) (?:the|a|an) (?:[a-z]+ ){0,2}(?:head ?teacher|headmaster|vicar|imam|priest|rabbi|mayor|mp|councillor|landlord|postman|doctor|gp|lollipop (?:lady|man)|caretaker|dinner lady|deputy head|teacher|shop ?keeper|farmer|police officer|chef|footballer|celebrity|judge) (?:at|of|in|here|for) (?:my|our|the|this) (?:[a-z]+ ){0,2}(?:school|village|town|church|mosque|area|street|shop|surgery|council|local)\b/
const crime =
  /\b(?:my|our|his|her) (?:(?:big|older|little|real|step|birth|foster|half) ?)?(?:mum|dad|mother|father|stepdad|stepmum|brother|sister|uncle|cousin|parents?|mummy|daddy|auntie|nan|grandad)s? (?:boyfriend |girlfriend )?(?:[a-z]+ ){0,4}?(?:prison|jail|jailed|arrested|murdered|murder|killed (?:my|someone|a|him|her|him|himself|herself)|stabbed (?:someone|my|a)|sells? drugs|deals? drugs|drug dealer|raped|court for|sentenced|locked up|police (?:took|came|raided|arrested))\b/
const care =
  /\b(?:taken (?:away )?(?:from (?:my|our|me)|into care)|(?:went|put|moved|placed|been|am|was|live|living) (?:in|into) (?:foster )?care(?! home for)|social (?:services|worker) (?:took|taken|removed|moved)|(?:was|got|been|am) adopted (?:when|from|at|because)|court order|child protection plan|secure (?:unit|children))\b/
const described =
  /\b(?:i am|im) (?:a )?(?:[0-9]{1,2}|[a-z]+) (?:years? old|year old)[^.!?]{0,60}\b(?:wheelchair|deaf|blind|twins?|triplets?|refugee|from (?:syria|ukraine|afghanistan|sudan|eritrea))\b/

export interface Indirect {
  readonly because: "rare-condition" | "only-one" | "role-and-place" | "family-crime" | "care"
}

export const findIndirect = (scene: Scene): Indirect | undefined => {
  const text = scene.facts
    .map(({ word }) => word)
    .join(" ")
    .slice(0, 4000)
  if (only.test(text)) return { because: "only-one" }
  if (rare.test(text)) return { because: "rare-condition" }
  if (roles.test(text) || described.test(text)) return { because: "role-and-place" }
  if (crime.test(text)) return { because: "family-crime" }
  if (care.test(text)) return { because: "care" }
  return undefined
}
