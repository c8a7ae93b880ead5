/** Draws the line art of the form for 13 to 17: one thin line, no face, in a colour that is seen on light and on dark. */

const line = (d: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="80" viewBox="0 0 96 80"><path d="${d}" fill="none" stroke="#7b67d0" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`

export const lineArt = {
  "line-talk": line(
    "M14 6h42a10 10 0 0 1 10 10v18a10 10 0 0 1-10 10H32L20 56V44h-6A10 10 0 0 1 4 34V16A10 10 0 0 1 14 6zM72 26h10a10 10 0 0 1 10 10v18a10 10 0 0 1-10 10h-6v12L64 64H46a10 10 0 0 1-10-10v-2M18 20h34M18 30h22",
  ),
  "line-write": line("M6 68c14-18 22 6 34-8s14 6 22-2M56 56l4-14L82 12l10 8-24 30zM76 20l10 8"),
  "line-ahead": line("M4 72h88M20 72 42 14M76 72 54 14M48 66v-8M48 50v-7M48 36v-6M48 24v-4M30 14h36"),
  "line-steps": line("M6 72h20V58h20V44h20V30h24M70 12h18v18"),
  "line-star": line("M48 8l11 23 25 3-18 18 5 25-23-12-23 12 5-25-18-18 25-3z"),
  "line-wall": line("M6 20h84v52H6zM6 37h84M6 54h84M34 20v17M62 20v17M20 37v17M48 37v17M76 37v17M34 54v18M62 54v18"),
  "line-stop": line("M34 8h28l20 20v24L62 72H34L14 52V28zM34 40h28"),
  "line-horn": line("M10 32v16h16l40 20V12L26 32zM76 30q8 10 0 20M30 50l6 20h10l-4-14"),
  "line-globe": line(
    "M48 6a34 34 0 1 0 0 68 34 34 0 1 0 0-68zM14 40h68M48 6c-24 20-24 48 0 68M48 6c24 20 24 48 0 68M20 22q28 12 56 0M20 58q28-12 56 0",
  ),
  "line-cloud": line("M26 52a16 16 0 0 1 2-32 22 22 0 0 1 42 4 14 14 0 0 1 0 28zM34 62l-4 10M50 62l-4 10M66 62l-4 10"),
  "line-cake": line(
    "M12 72V46a8 8 0 0 1 8-8h56a8 8 0 0 1 8 8v26M6 72h84M12 54c9 8 15 8 24 0s15 8 24 0 15 8 24 0M32 38V26M48 38V26M64 38V26M32 16v2M48 16v2M64 16v2",
  ),
  "line-person": line("M48 8a16 16 0 1 0 0 32 16 16 0 1 0 0-32zM16 74c0-18 12-26 24-26h16c12 0 24 8 24 26"),
  "line-people": line(
    "M30 14a13 13 0 1 0 0 26 13 13 0 1 0 0-26zM66 14a13 13 0 1 0 0 26 13 13 0 1 0 0-26zM4 74c0-16 10-24 20-24h12c6 0 12 4 12 4s6-4 12-4h12c10 0 20 8 20 24",
  ),
  "line-hands": line(
    "M8 30l20-12 16 8 16-8 28 14M8 30v26l10 2 22 16 10-6 10-2 8-10 20-4V32M44 26l-12 14q6 8 16-2l22 20M32 52l10 10M42 44l12 12",
  ),
  "line-home": line("M4 74h88M14 74V38L38 16l24 22v36M30 74V56h16v18M62 48h20v26M68 58h8"),
  "line-school": line(
    "M6 74h84M14 74V42h68v32M34 42V26l14-12 14 12v16M48 4v10M48 4h14v6H48M40 74V58h16v16M22 52h6M68 52h6",
  ),
  "line-post": line("M10 20h76v48H10zM10 22l38 28 38-28M10 66l28-24M86 66 58 42"),
  "line-hall": line("M8 32 48 8l40 24zM8 74h80M16 40v26M34 40v26M62 40v26M80 40v26M48 40v26M12 66h72"),
} as const
