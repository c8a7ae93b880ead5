/** A counter is shown in bands only, since a counter shown to anyone is a publication too. */
import { parameters } from "../../policy/parameters.ts"

const smallest = parameters.threshold.value

export const band = (count: number): string => {
  if (count === 0) return "none"
  if (count < smallest) return `fewer than ${smallest}`
  const step = count > 1000 ? 100 : smallest
  return (Math.floor(count / step) * step).toLocaleString("en-GB")
}
