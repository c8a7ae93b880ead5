/** Writes and reads lines of CSV as RFC 4180 has them; a cell that a spreadsheet would take for a formula gets a quotation mark. */

const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

export const csvLine = (cells: readonly string[]): string => cells.map(cell).join(",")
