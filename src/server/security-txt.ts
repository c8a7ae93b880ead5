/** Writes `/.well-known/security.txt` (RFC 9116): where to report a weakness, for as long as this process states it. */

export const securityAddress = "/.well-known/security.txt"

export interface SecurityContact {
  /** Addresses of mail (`mailto:`), of a page (`https:`) or of a telephone (`tel:`), the preferred one first. */
  readonly addresses: readonly string[]
  readonly origin?: string | undefined
}

/** Days. The RFC asks for less than a year. */
const validity = 90
const day = 86_400_000

/** `now` in milliseconds; the text changes once a day. */
export const securityTxt = ({ addresses, origin }: SecurityContact, now: number): string =>
  [
    ...addresses.map((address) => `Contact: ${address}`),
    `Expires: ${new Date((Math.floor(now / day) + validity) * day).toISOString()}`,
    "Preferred-Languages: en",
    ...(origin === undefined ? [] : [`Canonical: ${origin}${securityAddress}`]),
    "",
  ].join("\n")
