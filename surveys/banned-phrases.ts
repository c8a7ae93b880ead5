/** Lists phrases that no form may say to a child, each with the reason and a better way; a formula of reading cannot see them. */

export interface BannedPhrase {
  readonly phrase: RegExp
  readonly because: string
}

export const bannedPhrases: readonly BannedPhrase[] = [
  { phrase: /all you like|any you like/i, because: "a child picks what they like: say “each one that is true”" },
  { phrase: /next to theirs|next to yours/i, because: "it can mean close to: say “better or worse than”" },
  { phrase: /choose “other”|pick “other”/i, because: "no option is called other: name it in its own words" },
  { phrase: /\b(select|submit|invalid|error|required|mandatory)\b/i, because: "it is a machine's word" },
  { phrase: /just go on|^you tell us\./i, because: "it is no answer, and asks for none" },
  { phrase: /another word\b/i, because: "no box asks which word" },
  { phrase: /which council do you live in/i, because: "nobody lives in a council" },
  { phrase: /most like you/i, because: "it does not name its subject" },
  { phrase: /\b(facts about you|play fair)\b/i, because: "it names nobody to turn to, and nothing one knows" },
  { phrase: /not (nearly|quite) as good/i, because: "a scale has the same kind of words up and down" },
  { phrase: /stirs? (something )?up|look on\b/i, because: "it is an idiom, which is read word by word" },
  { phrase: /(well done|great answer|good choice|thank you for that)/i, because: "no answer is praised" },
]

export const bannedIn = (text: string): readonly string[] =>
  bannedPhrases.filter(({ phrase }) => phrase.test(text)).map(({ because }) => because)
