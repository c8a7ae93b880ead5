/** Hashes the name of a feature to its place among the weights. */

export const buckets = 1 << 18

/** FNV-1a of the UTF-16 units. */
export const hashOf = (text: string): number => {
  let hash = 2166136261
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619)
  return hash
}

/** The place of a feature that has up to four parts, each hashed before. */
export const bucketOf = (feature: number, a = 0, b = 0, c = 0): number => {
  let hash = Math.imul(feature + 0x9e3779b9, 0x85ebca6b) ^ a
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ b
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) ^ c
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return ((hash ^ (hash >>> 15)) >>> 0) & (buckets - 1)
}
