/** The windows in which taps are tried: phones, a tablet, laptops. */
export const windows = [
  { width: 360, height: 740 },
  { width: 390, height: 664 },
  { width: 820, height: 1_106 },
  { width: 1_366, height: 657 },
  { width: 1_280, height: 800 },
]
