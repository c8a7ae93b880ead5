/** Writes a script for `sh` that lets espeak-ng speak every text: a draft for rehearsal, marked so that live refuses it. */
import { draftMark } from "../../voice/draft-mark.ts"
import { fileName, type Recording } from "../../voice/texts.ts"

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

export const draftScript = (folder: string, all: readonly Recording[]): readonly string[] => [
  "#!/bin/sh",
  "# Speaks a draft of every recording. It is for rehearsal only: the survey does not start live with it.",
  "set -e",
  "for program in espeak-ng lame; do",
  '  command -v "$program" >/dev/null || { echo "$program is not installed. Nothing was made. Install it, then run this again." >&2; exit 1; }',
  "done",
  `mkdir -p ${quoted(folder)}`,
  `cd ${quoted(folder)}`,
  `echo 'Spoken by a machine, for rehearsal only.' > ${draftMark}`,
  "speak() {",
  '  espeak-ng -v en-gb -s 140 --stdout "$2" | lame --quiet -m m -b 32 - "$1"',
  "}",
  ...all.filter(({ kind }) => kind === "mp3").map((each) => `speak ${quoted(fileName(each))} ${quoted(each.text)}`),
]
