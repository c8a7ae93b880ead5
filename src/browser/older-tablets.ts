/** What the browsers of older school tablets lack and the survey's shared code needs; nothing where it is there already. */

const define = (name: string, value: unknown): void => {
  if (!(name in Array.prototype))
    Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true })
}

function at<T>(this: readonly T[], index: number): T | undefined {
  return this[index < 0 ? this.length + index : index]
}

function findLast<T>(this: readonly T[], matches: (each: T) => boolean): T | undefined {
  return this.slice().reverse().find(matches)
}

define("at", at)
define("findLast", findLast)
