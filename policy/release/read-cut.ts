/** Reads the text of a request back: the variables of each dimension, the finest first, and the categories of each filter. */

export interface ReadCut {
  readonly dimensions: readonly (readonly string[])[]
  readonly filters: ReadonlyArray<{ readonly variable: string; readonly keys: readonly string[] }>
}

/** Undefined for a text of another shape. */
export const readCut = (cut: string): ReadCut | undefined => {
  const dimensions: (readonly string[])[] = []
  const filters: { readonly variable: string; readonly keys: readonly string[] }[] = []
  for (const part of cut.split(/(?:^| )--/u).slice(1)) {
    const [option = "", text = "", ...more] = part.split(" ")
    const [variable = "", keys] = text.split("=")
    if (more.length > 0 || text === "") return undefined
    if (option === "rows" || option === "columns") dimensions.push(...text.split(",").map((each) => each.split("<")))
    else if (option === "filter" && keys !== undefined) filters.push({ variable, keys: keys.split(",") })
    else return undefined
  }
  return dimensions.length === 0 ? undefined : { dimensions, filters }
}
