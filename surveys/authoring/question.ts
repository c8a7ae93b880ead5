/** Checks a question where it is written: a mistake does not compile, and the error is at the line of the mistake. */
import type { Characteristic } from "../../policy/data/purpose.ts"
import type {
  ChoiceDraft,
  ChoicesDraft,
  GridDraft,
  OptionDraft,
  PostcodeDraft,
  QuestionDraft,
  RegisterDraft,
  RowDraft,
  Sentence,
  TextDraft,
} from "../../policy/data/question.ts"
import type { KeyOf } from "../../policy/data/question-of.ts"
import type { LawfulPart, LawfulQuestion } from "../../policy/lawful.ts"

/** What the compiler shows for a mistake that breaks no rule of the DPIA: what to do. */
export interface Mistake<Remedy extends string> {
  readonly remedy: Remedy
}

declare const refused: unique symbol

/** Marks the type of a question or a form whose mistakes are already reported, so that they are reported once. */
export interface Refused {
  readonly [refused]: true
}

type Kind = QuestionDraft["kind"]

interface DraftOf {
  readonly choice: ChoiceDraft
  readonly choices: ChoicesDraft
  readonly grid: GridDraft
  readonly text: TextDraft
  readonly school: RegisterDraft
  readonly council: RegisterDraft
  readonly postcode: PostcodeDraft
}

/** The shape that a question of its kind must have. */
type ShapeOf<Q> = Q extends { readonly kind: infer K extends Kind } ? DraftOf[K] : { readonly kind: Kind }

export type FieldOf<D> = D extends unknown ? keyof D & string : never

type RequiredField<D> = { [F in FieldOf<D>]: D extends { readonly [K in F]: unknown } ? F : never }[FieldOf<D>]

/** Fields of the members of a list that are not fields of `T`. */
type UnknownOf<Q, List extends string, T> = Q extends { readonly [K in List]: ReadonlyArray<infer P> }
  ? Exclude<FieldOf<P>, FieldOf<T>>
  : never

type UnknownField<Q> =
  | Exclude<FieldOf<Q>, FieldOf<ShapeOf<Q>>>
  | UnknownOf<Q, "options", OptionDraft>
  | UnknownOf<Q, "rows", RowDraft>
  | UnknownOf<Q, "sentences", Sentence>

type Alike<F, Known> = F extends `${infer First}${string}` ? Extract<Known, `${First}${string}`> : never

/** A field of another kind is left over from before the kind was changed; any other is mistyped. */
export type NoSuchField<F extends string, D> =
  F extends FieldOf<QuestionDraft>
    ? Mistake<`take out "${F}": this kind of question does not have it`>
    : [Alike<F, FieldOf<D>>] extends [never]
      ? Mistake<`take out "${F}": there is no such field`>
      : Mistake<`there is no field "${F}": did you mean "${Alike<F, FieldOf<D>>}"?`>

/** A key is not the key of an earlier one. */
export type OwnKey<K, Earlier> = [Extract<K, Earlier>] extends [never]
  ? unknown
  : Mistake<`give each its own key: "${Extract<K, Earlier> & string}" is used above`>

export type OrFaults<T, Faults> = unknown extends Faults ? T : Faults

type MarkedPart<P, D, Faults> = {
  readonly [F in keyof P]: F extends "key"
    ? OrFaults<P[F], Faults>
    : F extends FieldOf<D>
      ? P[F]
      : NoSuchField<F & string, D>
}

type MarkedParts<Ps, D, Earlier = never> = Ps extends readonly [infer P, ...infer Rest]
  ? readonly [MarkedPart<P, D, LawfulPart<P> & OwnKey<KeyOf<P>, Earlier>>, ...MarkedParts<Rest, D, Earlier | KeyOf<P>>]
  : Ps extends readonly []
    ? Ps
    : Ps extends ReadonlyArray<infer P>
      ? ReadonlyArray<MarkedPart<P, D, LawfulPart<P>>>
      : Ps

type Marked<Q, Faults> = {
  readonly [F in keyof Q]: F extends "key"
    ? OrFaults<Q[F], Faults>
    : F extends "options"
      ? MarkedParts<Q[F], OptionDraft>
      : F extends "rows"
        ? MarkedParts<Q[F], RowDraft>
        : F extends FieldOf<ShapeOf<Q>>
          ? Q[F]
          : NoSuchField<F & string, ShapeOf<Q>>
}

type Missing<Q> = Exclude<RequiredField<ShapeOf<Q>>, FieldOf<Q>>

type WrittenKey<K> = string extends K ? Mistake<"write the key out here"> : unknown

/** Keys of the questions about the child, which every form from 6 on asks. */
type ReservedKey<Q> = Q extends { readonly characteristic: string }
  ? unknown
  : [Extract<KeyOf<Q>, Characteristic>] extends [never]
    ? unknown
    : Mistake<`choose another key: "${Extract<KeyOf<Q>, Characteristic>}" is a question about the child`>

/** An unknown field is reported alone: it may be the very field that a rule misses. */
type Faults<Q> = [UnknownField<Q>] extends [never] ? LawfulQuestion<Q> & WrittenKey<KeyOf<Q>> & ReservedKey<Q> : unknown

type WithRemedies<Q> =
  Q extends ShapeOf<Q>
    ? Marked<Q, Faults<Q>>
    : [Missing<Q>] extends [never]
      ? ShapeOf<Q>
      : [UnknownField<Q>] extends [never]
        ? Marked<Q, Mistake<`give the question its "${Missing<Q>}"`>>
        : ShapeOf<Q>

/** The type itself when it is right; otherwise the type with the remedy in the place of each mistake. */
export type RightOr<T, Remedied> = T extends Remedied ? T : Remedied

/** The question's own type when it is right or already refused; otherwise with the remedies. */
export type Reviewed<Q> = [Q] extends [Refused] ? Q : RightOr<Q, WithRemedies<Q>>

type Outcome<Q> = Q extends Reviewed<Q> ? Q : Q & Refused

export const question = <const Q>(draft: Reviewed<Q>): Outcome<Q> => draft as unknown as Outcome<Q>
