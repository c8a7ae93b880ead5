/** Makes postcodes, numbers, addresses and accounts for the texts of the bench; each is made up. */
import { isNhsNumber, isUpn } from "../../policy/free-text/patterns/record-number.ts"
import type { Random } from "../../policy/free-text/training/random.ts"

const digits = (random: Random, count: number): string => Array.from({ length: count }, () => random.below(10)).join("")
const letters = (random: Random, count: number, of: string): string =>
  Array.from({ length: count }, () => random.pick([...of])).join("")

const areas =
  "AL B BA BB BD BH BL BN BR BS CA CB CH CM CO CR CT CV CW DA DE DH DL DN DT DY E EC EN EX FY GL GU HA HD HG HP HR HU HX IG IP KT L LA LE LN LS LU M ME MK N NE NG NN NR NW OL OX PE PL PO PR RG RH RM S SE SG SK SL SM SN SO SP SR SS ST SW SY TA TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO".split(
    " ",
  )

export const postcode = (random: Random): string => {
  const area = random.pick(areas)
  const district = `${1 + random.below(random.isUnder(0.6) ? 9 : 28)}`
  return `${area}${district} ${random.below(10)}${letters(random, 2, "ABDEFGHJLNPQRSTUWXYZ")}`
}

export const phone = (random: Random): string =>
  random.isUnder(0.7)
    ? `07${random.pick([..."345789"])}${digits(random, 8)}`
    : `0${random.pick(["20", "121", "161", "113", "1204", "1274", "1482", "191", "117", "1865"])}${digits(random, 10)}`.slice(
        0,
        11,
      )

export const grouped = (number: string, random: Random): string => {
  const kind = random.below(6)
  if (kind === 0) return number
  if (kind === 1) return `${number.slice(0, 5)} ${number.slice(5)}`
  if (kind === 2) return `${number.slice(0, 5)} ${number.slice(5, 8)} ${number.slice(8)}`
  if (kind === 3) return `+44 ${number.slice(1, 5)} ${number.slice(5)}`
  if (kind === 4) return `${number.slice(0, 4)}-${number.slice(4, 7)}-${number.slice(7)}`
  return `(${number.slice(0, 5)}) ${number.slice(5)}`
}

export const nhs = (random: Random): string => {
  for (;;) {
    const number = `${4 + random.below(4)}${digits(random, 9)}`
    if (isNhsNumber(number))
      return random.isUnder(0.5) ? number : `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`
  }
}

export const upn = (random: Random): string => {
  const number = digits(random, 12)
  const letter = [..."abcdefghjklmnpqrtuvwxyz"].find((each) => isUpn(each + number)) ?? "a"
  return letter.toUpperCase() + number
}

export const nino = (random: Random): string => {
  const number = digits(random, 6)
  const prefix = random.pick(["AB", "JG", "PW", "SE", "NR", "YA"])
  return random.isUnder(0.5)
    ? `${prefix}${number}C`
    : `${prefix} ${number.slice(0, 2)} ${number.slice(2, 4)} ${number.slice(4)} A`
}

const months = "January February March April May June July August September October November December".split(" ")
export const birthDate = (random: Random): string => {
  const day = 1 + random.below(28)
  const month = 1 + random.below(12)
  const year = 2003 + random.below(13)
  const written = [
    `${day}/${month}/${year}`,
    `${day}.${month}.${`${year}`.slice(2)}`,
    `${day} ${months[month - 1]} ${year}`,
    `${day}th of ${months[month - 1]}`,
    `${months[month - 1]} ${day}`,
    `${day}-${month}-${year}`,
    `${day} ${months[month - 1]?.slice(0, 3).toLowerCase()} ${`${year}`.slice(2)}`,
  ]
  return random.pick(written)
}

const syllables = "ka zi mo ra li xo du fen tra pix blu zed wolf cat star gam kit foxy dino pan".split(" ")
export const handle = (name: string, random: Random): string =>
  random.pick([
    `${name}_${digits(random, 4)}`,
    `${name}${2004 + random.below(10)}`,
    `xx${name}xx_`,
    `${random.pick(syllables)}${random.pick(syllables)}${digits(random, 2)}`,
    `its.${name}.${random.pick(syllables)}`,
    `_${name}_${random.pick(syllables)}`,
  ])

export const email = (name: string, random: Random): string =>
  random.pick([
    `${name}${digits(random, 2)}@gmail.com`,
    `${name}.${random.pick(syllables)}@hotmail.co.uk`,
    `${name} at gmail dot com`,
    `${name}@yahoo`,
    `${name} @outlook.com`,
  ])

export const url = (name: string, random: Random): string =>
  random.pick([
    `youtube.com/c/${name}${digits(random, 3)}`,
    `https://www.tiktok.com/@${name}`,
    `www.${name}games.com`,
    `${name}.weebly.com`,
    `twitch.tv/${name}`,
  ])
