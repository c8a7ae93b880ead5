/** Builds every privacy notice from the same facts, in the band's own words; a missing fact does not compile. */
import type { Fact, PrivacyInformation } from "../../policy/data/form.ts"
import type { PictureName } from "../../policy/data/picture.ts"

type Words<K extends string, W = string> = { readonly [Key in K]: W }

const pictured = <K extends string>(names: Words<K, PictureName>): Words<K, PictureName> => names

/** One idea for each fact. The pictures are for easy read and for children who cannot read yet. */
const pictures = pictured({
  subjects: "speech-balloon",
  "no-names": "no-name-badge",
  "leave-out": "no-entry",
  "who-asks": "loudspeaker",
  "the-law": "scroll",
  "the-use": "building-construction",
  "only-use": "bullseye",
  team: "busts-in-silhouette",
  company: "desktop-computer",
  computers: "locked",
  together: "bar-chart",
  helper: "open-hands",
  "two-years": "calendar",
  checked: "hourglass-done",
  stop: "raised-hand",
  "nothing-kept": "wastebasket",
  choice: "thumbs-up",
  skip: "next-track-button",
  "no-harm": "blue-heart",
  "not-known": "card-index-dividers",
  "not-returned": "envelope-with-arrow",
  unhappy: "writing-hand",
  watchdog: "eyes",
})

type FactKey = keyof typeof pictures

/** Facts that hold only for a form that asks about the child. */
const aboutYouPictures = pictured({ "about-you": "clipboard", postcode: "round-pushpin" })

/** Facts for a parent, as an adult whose own answers are kept (F07). */
const parentPictures = pictured({
  "lawful-basis": "classical-building",
  "young-child": "teddy-bear",
  rights: "balance-scale",
})

export type EarlyYearsWords = Words<FactKey>
export type NoticeWords = Words<FactKey | keyof typeof aboutYouPictures>
export type ParentWords = Words<FactKey | keyof typeof parentPictures>

interface Heading {
  /** Changes whenever a word does. */
  readonly version: string
  readonly title: string
}

const factsFrom =
  <K extends string>(words: Words<K>, picture: Words<K, PictureName>) =>
  (key: K): Fact => ({ words: words[key], picture: picture[key] })

const shared = (fact: (key: FactKey) => Fact) =>
  ({
    whatWeAsk: [fact("subjects"), fact("no-names"), fact("leave-out")],
    why: [fact("who-asks"), fact("the-law"), fact("the-use"), fact("only-use")],
    whoSees: [fact("team"), fact("company"), fact("computers"), fact("together"), fact("helper")],
    howLong: [fact("two-years"), fact("checked")],
    youMayStop: [fact("stop"), fact("nothing-kept")],
    voluntary: [fact("choice"), fact("skip"), fact("no-harm")],
    yourRights: [fact("not-known"), fact("not-returned"), fact("unhappy"), fact("watchdog")],
  }) as const

/** For the child of 4 or 5, whose form asks nothing about the child. */
export const earlyYearsNotice = (heading: Heading, words: EarlyYearsWords) =>
  ({ ...heading, ...shared(factsFrom(words, pictures)) }) as const satisfies PrivacyInformation

/** For a child of 6 or more. */
export const notice = (heading: Heading, words: NoticeWords) => {
  const fact = factsFrom(words, { ...pictures, ...aboutYouPictures })
  const { whatWeAsk, whoSees, ...rest } = shared(fact)
  return {
    ...heading,
    ...rest,
    whatWeAsk: [...whatWeAsk, fact("about-you")],
    whoSees: [...whoSees, fact("postcode")],
  } as const satisfies PrivacyInformation
}

/** For the parent or carer of a child of 4 or 5. */
export const parentNotice = (heading: Heading, words: ParentWords) => {
  const fact = factsFrom(words, { ...pictures, ...parentPictures })
  const { whatWeAsk, why, yourRights, ...rest } = shared(fact)
  return {
    ...heading,
    ...rest,
    whatWeAsk: [...whatWeAsk, fact("young-child")],
    why: [...why, fact("lawful-basis")],
    yourRights: [fact("rights"), ...yourRights],
  } as const satisfies PrivacyInformation
}
