/** Why published files are not taken: the file, the line and the column, and never what stands there. */
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

/** Where a reader stands, to say it when it must refuse. */
export interface Spot {
  readonly file: string
  readonly line?: number
  readonly column?: string
}

export const refuse = (because: string, spot?: Spot): GeographyRefused => new GeographyRefused({ because, ...spot })
