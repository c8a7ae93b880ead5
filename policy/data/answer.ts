/** Describes an answer as it is sent and as it is kept: an opt-out, "I don't know" and a blank are three different values. */

/** The opt-out of DPIA section 2, the same words on every question of every form. */
export const optOutWords = "I don't want to say"

/** The opt-out as it is sent and stored: it is an answer. */
export const preferNotToSay = "prefer-not-to-say"
export type PreferNotToSay = typeof preferNotToSay

export const dontKnow = "dont-know"
export type DontKnow = typeof dontKnow

/** The value kept for a question that was asked and left blank. */
export const notAnswered = "not-answered"
export type NotAnswered = typeof notAnswered

export interface FreeText {
  readonly text: string
}

/** "Other" with the child's own words. */
export interface OtherText {
  readonly other: string
}

export interface HomePostcodeGiven {
  readonly postcode: string
}

export type Declined = PreferNotToSay | DontKnow
export type ChoiceAnswer = string | OtherText
export type ChoicesAnswer = ReadonlyArray<string | OtherText>
export type GridAnswer = Readonly<Record<string, string>>

/** One answer as it is sent. The key of a question left blank is absent. */
export type WireAnswer = ChoiceAnswer | ChoicesAnswer | GridAnswer | FreeText | HomePostcodeGiven

/** The answers given so far, by question key. */
export type WireAnswers = Readonly<Record<string, WireAnswer>>

/** One answer as it is kept. Every question that was asked has a value, and no value can be a postcode. */
export type KeptAnswer = ChoiceAnswer | ChoicesAnswer | GridAnswer | FreeText
export type KeptAnswers = Readonly<Record<string, KeptAnswer>>
