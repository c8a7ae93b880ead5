/** Reduces an address to the network that one household, school or company has: IPv4 whole, IPv6 to its first 56 bits. */

const groupsOf = (part: string): readonly string[] => (part === "" ? [] : part.split(":"))

/** The first 56 bits in hexadecimal. An address that ends in an IPv4 one has two groups less than it seems, far behind these. */
const firstBits = (address: string): string => {
  const [before = "", after = ""] = address.split("::")
  const [head, tail] = [groupsOf(before), groupsOf(after)]
  const width = (groups: readonly string[]) => groups.length + (groups.at(-1)?.includes(".") ? 1 : 0)
  const missing = Math.max(0, 8 - width(head) - width(tail))
  const groups = [...head, ...Array.from({ length: missing }, () => "0"), ...tail].slice(0, 4)
  return groups
    .map((group) => group.padStart(4, "0"))
    .join("")
    .slice(0, 14)
    .toLowerCase()
}

export const networkOf = (address: string): string => (address.includes(":") ? firstBits(address) : address)
