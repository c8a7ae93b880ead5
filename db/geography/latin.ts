/** Writes a text in the letters and digits of a postcode, or refuses it: a dropped letter would leave another postcode. */

/** Capital letters of other scripts that look like a Latin one (Unicode TR 39): Greek and Cyrillic keyboards produce them. */
const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7", "ABEZHIKMNOPTYX"],
    ["\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425", "SIJABEKMHOPCTYX"],
  ].flatMap(([others = "", latin = ""]) => [...others].map((other, at) => [other, latin.charAt(at)])),
)

/** Any letter or digit that a postcode does not have. */
const foreign = /[^A-Z0-9\P{Letter}]|[^0-9\P{Number}]/u

/** Upper case; undefined when a letter or digit of another script is left. An accent alone is dropped. */
export const inLatin = (written: string): string | undefined => {
  const latin = written
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toUpperCase()
    .replaceAll(/\p{Letter}/gu, (letter) => lookAlikes[letter] ?? letter)
  return foreign.test(latin) ? undefined : latin
}
