/** A counter is shown in bands only, since a counter shown to anyone is a publication too. */
export const band = (count: number): string => {
  if (count === 0) return "none"
  if (count < 10) return "fewer than 10"
  const step = count > 1000 ? 100 : 10
  return (Math.floor(count / step) * step).toLocaleString("en-GB")
}
