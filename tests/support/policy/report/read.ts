/** The report's page as it is read: without its style and its marks, white space folded. */

const signs: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" }

export const plain = (page: string): string =>
  page
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/<\/?[a-z][^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => signs[sign] ?? sign)
    .replace(/\s+/g, " ")

/** The article of a rule or of a finding. */
export const blockIn = (page: string, id: string): string =>
  new RegExp(`<article class="[a-z]+" id="${id}"[\\s\\S]*?</article>`).exec(page)?.[0] ?? ""

/** The section whose heading has this id. */
export const sectionIn = (page: string, id: string): string =>
  new RegExp(`<section aria-labelledby="${id}">[\\s\\S]*?</section>`).exec(page)?.[0] ?? ""

/** Its class, and its status as it is shown: the sign, then the words. */
export const lookOf = (block: string): readonly unknown[] =>
  /<article class="([a-z]+)"[\s\S]*?aria-hidden="true">(.)<\/span> ([^<]*)</.exec(block)?.slice(1) ?? []

export const termsIn = (block: string): readonly unknown[] =>
  [...block.matchAll(/<dt>([^<]*)<\/dt>/g)].map(([, term]) => term)

/** The cells of each row of a table, its heading first, as they are read. */
export const rowsIn = (section: string): ReadonlyArray<readonly string[]> =>
  [...section.matchAll(/<tr role="row"><th scope="row"[\s\S]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[hd] [^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = ""]) => plain(cell).trim()),
  )

/** The headings of the columns of each table. */
export const columnsIn = (page: string): ReadonlyArray<readonly string[]> =>
  [...page.matchAll(/<thead[\s\S]*?<\/thead>/g)].map(([head]) =>
    [...head.matchAll(/<th [^>]*>([^<]*)<\/th>/g)].map(([, words = ""]) => words),
  )
