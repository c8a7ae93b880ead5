/** The shapes of an answer on the wire and as kept: an opt-out, "I don't know" and a blank are three different things. */

/** The opt-out of DPIA section 2, the same words on every question of every form. */
export const optOutWords = "I don't want to say"

/** The opt-out on the wire: an answer, and stored as one. */
export const preferNotToSay = "prefer-not-to-say"
export type PreferNotToSay = typeof preferNotToSay

export const dontKnow = "dont-know"
export type DontKnow = typeof dontKnow

/** How a question that was asked and left blank is kept. */
export const notAnswered = "not-answered"
export type NotAnswered = typeof notAnswered

export interface FreeText {
  readonly text: string
}

/** "Other" with words of the child's own. */
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

/** One answer as it is sent; a question left blank is an absent key. */
export type WireAnswer = ChoiceAnswer | ChoicesAnswer | GridAnswer | FreeText | HomePostcodeGiven

/** The answers given so far, by question key. */
export type WireAnswers = Readonly<Record<string, WireAnswer>>

/** As kept: every question that was asked has a value; there is no shape for a postcode. */
export type KeptAnswer = ChoiceAnswer | ChoicesAnswer | GridAnswer | FreeText
export type KeptAnswers = Readonly<Record<string, KeptAnswer>>
