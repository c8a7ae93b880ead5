/** Says before each box, in words for its reader, that nobody can write back, and where somebody listens. */
import type { FormId } from "../policy/data/form-id.ts"
import type { PictureName } from "../policy/data/picture.ts"

export interface NoReply {
  readonly words: string
  /** In easy read. */
  readonly picture?: PictureName
}

const easy: readonly NoReply[] = [
  { words: "We cannot write back to you.", picture: "no-envelope" },
  { words: "To talk to someone, tap Help.", picture: "telephone-receiver" },
]

const forParents: readonly NoReply[] = [
  { words: "Nobody can reply to what you write here. If you are worried about a child, tap Help." },
]

const byForm: Readonly<Record<FormId, readonly NoReply[]>> = {
  "4-5": forParents,
  "6-8": [{ words: "We can't write back to you. To talk to someone, tap Help." }],
  "9-12": [{ words: "We do not know who you are, so we can't write back. To talk to someone, tap Help." }],
  "13-17": [
    { words: "Nobody can reply, because we do not know who you are. If you need to talk to someone, tap Help." },
  ],
  "easy-read-6-8": easy,
  "easy-read-9-12": easy,
}

/** Their pictures belong to every build. */
export const noReplies: ReadonlyArray<readonly NoReply[]> = Object.values(byForm)

export const noReplyIn = (form: FormId): readonly NoReply[] => byForm[form]
