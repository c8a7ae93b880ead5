/** Says why a published file is refused: names its file, line and column, never the value there. */
import { Schema } from "effect"

export class GeographyRefused extends Schema.TaggedError<GeographyRefused>()("GeographyRefused", {
  because: Schema.String,
  file: Schema.optionalKey(Schema.String),
  line: Schema.optionalKey(Schema.Int),
  column: Schema.optionalKey(Schema.String),
}) {
  override get message(): string {
    const where = [
      this.file,
      this.line === undefined ? undefined : `line ${this.line}`,
      this.column === undefined ? undefined : `column ${this.column}`,
    ].filter((part) => part !== undefined)
    return where.length === 0 ? this.because : `${where.join(", ")}: ${this.because}`
  }
}

/** A reader's position in a file. */
export interface Spot {
  readonly file: string
  readonly line?: number
  readonly column?: string
}

export const refuse = (because: string, spot?: Spot): GeographyRefused => new GeographyRefused({ because, ...spot })
