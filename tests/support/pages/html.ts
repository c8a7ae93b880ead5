/** Reads a rendered page as a browser would submit it, without a browser. */

const decode = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")

export const attribute = (tag: string, name: string): string | undefined => {
  const match = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag)
  return match ? decode(match[1] ?? "") : undefined
}

export const tags = (html: string, name: string): readonly string[] =>
  html.match(new RegExp(`<${name}(?=[\\s>])(?:[^>"]|"[^"]*")*>`, "g")) ?? []

/** Name and value of each ticked, typed or hidden field, in the order of the page. */
export const fieldsOf = (html: string): ReadonlyArray<readonly [string, string]> => {
  const found: Array<readonly [string, string]> = []
  for (const [tag, words = ""] of html.matchAll(
    /<(?:input(?:[^>"]|"[^"]*")*>|textarea(?:[^>"]|"[^"]*")*>([\s\S]*?)<\/textarea>)/g,
  )) {
    const name = attribute(tag, "name")
    if (name === undefined) continue
    if (tag.startsWith("<textarea")) found.push([name, decode(words.replace(/<!--[$/]-->/g, ""))])
    else if (!["radio", "checkbox"].includes(attribute(tag, "type") ?? "") || attribute(tag, "checked") !== undefined)
      found.push([name, attribute(tag, "value") ?? ""])
  }
  return found
}

/** What a page says, an entry for each element that holds text. */
export const saidBy = (html: string): readonly string[] =>
  html
    .replace(/<(style|script|title)[\s>][\s\S]*?<\/\1>/g, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<\/?(?:span|strong|em|small|a)\b(?:[^>"]|"[^"]*")*>/g, " ")
    .split(/<(?:[^>"]|"[^"]*")*>/)
    .map((text) => decode(text).replace(/\s+/g, " ").trim())
    .filter(Boolean)
