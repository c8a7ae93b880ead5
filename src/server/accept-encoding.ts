/** Decides by `Accept-Encoding` (RFC 9110, 12.5.3) whether a reply may be compressed with gzip. */

const item = /^([!#$%&'*+\-.^_`|~0-9a-z]+)(?:\s*;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/

/** By coding; one that is not well formed is left out. */
const qualities = (header: string): ReadonlyMap<string, number> =>
  new Map(
    header.split(",").flatMap((each): readonly (readonly [string, number])[] => {
      const [, coding, quality = "1"] = item.exec(each.trim().toLowerCase()) ?? []
      return coding === undefined ? [] : [[coding, Number(quality)]]
    }),
  )

/** No more than this is read: browsers send under 40 characters. */
const longest = 500

export const acceptsGzip = (headers: Headers): boolean => {
  const accepted = qualities((headers.get("accept-encoding") ?? "").slice(0, longest))
  const gzip = accepted.get("gzip") ?? accepted.get("x-gzip") ?? accepted.get("*") ?? 0
  return gzip > 0 && gzip >= (accepted.get("identity") ?? 0)
}
