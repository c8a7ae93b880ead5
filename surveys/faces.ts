/** Three feelings under neutral faces, in words too: young children take the happiest face whatever is asked. */
export const faces = [
  { key: "happy", words: "Happy", picture: "face-happy" },
  { key: "okay", words: "Okay", picture: "face-okay" },
  { key: "not-happy", words: "Not happy", picture: "face-not-happy" },
] as const
