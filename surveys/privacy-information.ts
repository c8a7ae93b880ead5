/** The same facts in every notice, each in words of its band: a notice that leaves one out does not compile. */
import type { Fact, PrivacyInformation } from "../policy/data/form.ts"

/** One idea each; the picture is for easy read and for children who cannot read yet. */
const pictures = {
  subjects: "speech-balloon",
  "no-names": "bust-in-silhouette",
  "leave-out": "pencil",
  "who-asks": "megaphone",
  "the-law": "balance-scale",
  "the-use": "light-bulb",
  "only-use": "bullseye",
  team: "busts-in-silhouette",
  company: "desktop-computer",
  computers: "locked",
  together: "bar-chart",
  helper: "handshake",
  "two-years": "calendar",
  checked: "magnifying-glass-tilted-left",
  stop: "stop-sign",
  "nothing-kept": "wastebasket",
  choice: "thumbs-up",
  skip: "next-track-button",
  "no-harm": "blue-heart",
  "not-known": "card-index-dividers",
  "not-returned": "envelope-with-arrow",
  unhappy: "telephone-receiver",
  watchdog: "shield",
} as const

type FactKey = keyof typeof pictures

/** What is only true of a form that asks about the child. */
const aboutYouPictures = { "about-you": "clipboard", postcode: "round-pushpin" } as const

/** What a parent is told besides, as an adult whose own answers are kept (F07). */
const parentPictures = { "lawful-basis": "classical-building", "young-child": "teddy-bear", rights: "scroll" } as const

type Words<K extends string> = { readonly [Key in K]: string }

export type EarlyYearsWords = Words<FactKey>
export type NoticeWords = Words<FactKey | keyof typeof aboutYouPictures>
export type ParentWords = Words<FactKey | keyof typeof parentPictures>

interface Heading {
  /** Changes whenever a word does. */
  readonly version: string
  readonly title: string
}

const teller =
  <K extends string>(words: Words<K>, picture: Words<K>) =>
  (key: K): Fact => ({ words: words[key], picture: picture[key] })

const shared = (tell: (key: FactKey) => Fact) =>
  ({
    whatWeAsk: [tell("subjects"), tell("no-names"), tell("leave-out")],
    why: [tell("who-asks"), tell("the-law"), tell("the-use"), tell("only-use")],
    whoSees: [tell("team"), tell("company"), tell("computers"), tell("together"), tell("helper")],
    howLong: [tell("two-years"), tell("checked")],
    youMayStop: [tell("stop"), tell("nothing-kept")],
    voluntary: [tell("choice"), tell("skip"), tell("no-harm")],
    yourRights: [tell("not-known"), tell("not-returned"), tell("unhappy"), tell("watchdog")],
  }) as const

/** For the child of 4 or 5, about whom nothing is asked. */
export const earlyYearsNotice = (heading: Heading, words: EarlyYearsWords) =>
  ({ ...heading, ...shared(teller(words, pictures)) }) as const satisfies PrivacyInformation

/** For a child of 6 or more. */
export const notice = (heading: Heading, words: NoticeWords) => {
  const tell = teller(words, { ...pictures, ...aboutYouPictures })
  const { whatWeAsk, whoSees, ...rest } = shared(tell)
  return {
    ...heading,
    ...rest,
    whatWeAsk: [...whatWeAsk, tell("about-you")],
    whoSees: [...whoSees, tell("postcode")],
  } as const satisfies PrivacyInformation
}

/** For the parent or carer of a child of 4 or 5. */
export const parentNotice = (heading: Heading, words: ParentWords) => {
  const tell = teller(words, { ...pictures, ...parentPictures })
  const { whatWeAsk, why, yourRights, ...rest } = shared(tell)
  return {
    ...heading,
    ...rest,
    whatWeAsk: [...whatWeAsk, tell("young-child")],
    why: [...why, tell("lawful-basis")],
    yourRights: [tell("rights"), ...yourRights],
  } as const satisfies PrivacyInformation
}
