/** Writes the check of a column for days: only days that exist, exactly those that the decoder accepts. */

/** `glob` stops at a NUL, so the check also counts the bytes. */
export const dayCheck = {
  sqlite: (column: string) =>
    `(octet_length(${column}) = 10 and ${column} glob '20*' and date(${column}) is ${column})`,
  postgres: (column: string) =>
    `(${column} ~ '^20[0-9]{2}-[0-9]{2}-[0-9]{2}$' and to_char(${column}::date, 'YYYY-MM-DD') = ${column})`,
}
