/** A column for a day that exists, the same ones as the decoder takes. */

/** `glob` stops at a NUL, so that the bytes are counted too. */
export const dayOf = {
  sqlite: (column: string) =>
    `text not null check (octet_length(${column}) = 10 and ${column} glob '20*' and date(${column}) is ${column})`,
  postgres: (column: string) =>
    `text not null check (${column} ~ '^20[0-9]{2}-[0-9]{2}-[0-9]{2}$' and to_char(${column}::date, 'YYYY-MM-DD') = ${column})`,
}
