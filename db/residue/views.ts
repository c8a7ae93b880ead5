/** The same bytes as they lie, and wherever a run of them could be text in another encoding, that run decoded. */

export interface View {
  readonly encoding: string
  readonly bytes: Buffer
  /** Where a decoded byte stands among the bytes as they lie. */
  readonly from: (at: number) => number
}

interface Coding {
  readonly encoding: string
  readonly run: RegExp
  /** Ways to cut the run: signs skipped before the first whole group. */
  readonly skips: readonly number[]
  readonly decode: (run: string) => Buffer
  /** Signs, times `per`, that one decoded byte takes. */
  readonly signs: number
}

const sign = (digits: string) => Number.parseInt(digits, 16)

const codings: readonly Coding[] = [
  {
    encoding: "UTF-16LE",
    run: /(?:[\x20-\x7e]\0){5,}/g,
    skips: [0],
    decode: (run) => Buffer.from(run.replaceAll("\0", ""), "latin1"),
    signs: 2,
  },
  {
    encoding: "UTF-16BE",
    run: /(?:\0[\x20-\x7e]){5,}/g,
    skips: [0],
    decode: (run) => Buffer.from(run.replaceAll("\0", ""), "latin1"),
    signs: 2,
  },
  {
    encoding: "JSON-escaped",
    run: /(?:\\u00[0-9a-f]{2}){5,}/gi,
    skips: [0],
    decode: (run) => Buffer.from((run.match(/[0-9a-f]{2}(?=\\|$)/gi) ?? []).map(sign)),
    signs: 6,
  },
  {
    encoding: "hex",
    run: /[0-9a-f]{10,}/gi,
    skips: [0, 1],
    decode: (run) => Buffer.from(run.slice(0, run.length & ~1), "hex"),
    signs: 2,
  },
  {
    encoding: "base64",
    run: /[A-Za-z0-9+/_-]{7,}/g,
    skips: [0, 1, 2, 3],
    decode: (run) => Buffer.from(run, "base64"),
    signs: 4 / 3,
  },
]

/** A sign is a byte, so that places in the text are places among the bytes. */
export const viewsOf = function* (bytes: Buffer): Generator<View> {
  yield { encoding: "UTF-8", bytes, from: (at) => at }
  const text = bytes.toString("latin1")
  for (const { encoding, run, skips, decode, signs } of codings)
    for (const { 0: found, index } of text.matchAll(run))
      for (const skip of skips)
        yield {
          encoding,
          bytes: decode(found.slice(skip)),
          from: (at) => index + skip + Math.floor(at * signs),
        }
}
