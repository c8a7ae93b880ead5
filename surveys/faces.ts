/** Lists three feelings with neutral faces and words: a smiling face draws young children, whatever the question. */
export const faces = [
  { key: "happy", words: "Happy", picture: "face-happy" },
  { key: "okay", words: "Okay", picture: "face-okay" },
  { key: "not-happy", words: "Not happy", picture: "face-not-happy" },
] as const
