/** A column for a day holds only days that exist, the same ones as the decoder takes. */

/** `glob` stops at a NUL, so that the bytes are counted too. */
export const dayCheck = {
  sqlite: (column: string) =>
    `(octet_length(${column}) = 10 and ${column} glob '20*' and date(${column}) is ${column})`,
  postgres: (column: string) =>
    `(${column} ~ '^20[0-9]{2}-[0-9]{2}-[0-9]{2}$' and to_char(${column}::date, 'YYYY-MM-DD') = ${column})`,
}
