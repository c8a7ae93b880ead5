/** What a page measures, read from its boxes and its computed styles in the browser: each function runs inside the page. */

export interface Box {
  readonly what: string
  readonly width: number
  readonly height: number
}

/** Everything that can be pressed or written in, as large as a finger finds it. */
export const targets = (): readonly Box[] => {
  const pressable = "label.card, button:not([aria-hidden]), input[type=text], textarea, summary, a"
  const name = (each: Element) => `${each.localName}.${each.className} ${(each.textContent ?? "").trim().slice(0, 40)}`
  return [...document.querySelectorAll(pressable)]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }))
    .map((each) => {
      const { width, height } = each.getBoundingClientRect()
      return { what: name(each), width, height }
    })
}

/** Cards of one set that differ in size or in the weight and size of their words, and cards chosen beforehand. */
export const unequalCards = (): readonly string[] =>
  [...document.querySelectorAll(".options, .cells")].flatMap((set) => {
    const cards = [...set.querySelectorAll(":scope > label.card")]
    const looks = cards.map((card) => {
      const { width, height } = card.getBoundingClientRect()
      const words = card.querySelector(".words")
      const body = card.querySelector(".body")
      if (!words || !body) return "a card without words"
      const { fontSize, fontWeight, color } = getComputedStyle(words)
      const inner = body.getBoundingClientRect()
      return [width, height, inner.width, inner.height, fontSize, fontWeight, color].join(" ")
    })
    const optsOut = cards.some((card) => card.querySelector('input[value="prefer-not-to-say"]'))
    return [
      ...(optsOut ? [] : ["a set has no opt-out"]),
      ...looks.flatMap((look, index) =>
        look === looks[0] ? [] : [`${cards[index]?.textContent?.trim()}: ${look}, not ${looks[0]}`],
      ),
    ]
  })

export const chosenBeforehand = (): readonly string[] =>
  [...document.querySelectorAll<HTMLInputElement>("input:checked")].map(({ name, value }) => `${name} ${value}`)

/** Text that has less contrast than `least` with the worst of the colours that can lie behind it. */
export const faintTexts = (least: number): readonly string[] => {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number]
  const coloursIn = (text: string): readonly Colour[] =>
    [...text.matchAll(/rgba?\(([^)]+)\)/g)].map(([, inside = ""]) => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = inside.split(/[ ,/]+/).map(Number)
      return [red, green, blue, alpha]
    })
  const over = ([r, g, b, a]: Colour, [R, G, B]: Colour): Colour => {
    const mix = (top: number, below: number) => top * a + below * (1 - a)
    return [mix(r, R), mix(g, G), mix(b, B), 1]
  }
  const light = ([red, green, blue]: Colour): number => {
    const part = (value: number) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    }
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
  }
  const ratio = (one: Colour, other: Colour): number => {
    const [bright = 0, dim = 0] = [light(one), light(other)].toSorted((a, b) => b - a)
    return (bright + 0.05) / (dim + 0.05)
  }
  /** What shows through where nothing is painted is the page's own canvas. */
  const canvas: Colour = matchMedia("(prefers-color-scheme: dark)").matches ? [0, 0, 0, 1] : [255, 255, 255, 1]
  const found = new Map<Element, readonly Colour[]>()
  const behind = (element: Element | null): readonly Colour[] => {
    if (element === null) return [canvas]
    const known = found.get(element)
    if (known !== undefined) return known
    const colours = paintedBehind(element)
    found.set(element, colours)
    return colours
  }
  const paintedBehind = (element: Element): readonly Colour[] => {
    const { backgroundColor, backgroundImage, backgroundSize } = getComputedStyle(element)
    // A picture with its own size is a bar or a mark, not the background of the words.
    const image = /^(auto|cover)(, (auto|cover))*$/.test(backgroundSize) ? backgroundImage : ""
    const painted = [...coloursIn(backgroundColor), ...coloursIn(image)].filter(([, , , alpha]) => alpha > 0)
    const solid = (coloursIn(backgroundColor)[0]?.[3] ?? 0) === 1
    const below = solid ? [] : behind(element.parentElement)
    return [...below, ...painted.flatMap((colour) => (colour[3] === 1 ? [colour] : below.map((b) => over(colour, b))))]
  }
  const opacity = (element: Element | null): number =>
    element === null ? 1 : Number(getComputedStyle(element).opacity) * opacity(element.parentElement)
  const isSeen = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true })
  }
  const faint = (element: Element, said: string): readonly string[] => {
    const [colour] = coloursIn(getComputedStyle(element).color)
    if (colour === undefined || !isSeen(element)) return []
    const seen = behind(element).map((back) =>
      ratio(over([colour[0], colour[1], colour[2], opacity(element)], back), back),
    )
    const worst = Math.min(...seen)
    return worst < least ? [`${worst.toFixed(2)}:1 "${said.trim().slice(0, 40)}"`] : []
  }
  const texts: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement, textContent } = node
    if (parentElement && textContent?.trim() && !parentElement.closest("script, style"))
      texts.push(...faint(parentElement, textContent))
  }
  for (const field of document.querySelectorAll("input[type=text], textarea")) texts.push(...faint(field, "a field"))
  return texts
}

/** What sticks out of the window to the side. */
export const tooWide = (): readonly string[] => {
  const { clientWidth, scrollWidth } = document.documentElement
  const out = [...document.querySelectorAll("body *")].filter((each) => {
    const { left, right, width } = each.getBoundingClientRect()
    return width > 1 && (right > clientWidth + 0.5 || left < -0.5) && each.checkVisibility({ visibilityProperty: true })
  })
  return [
    ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide in ${clientWidth}`] : []),
    ...out.map((each) => `${each.localName}.${each.className}`),
  ]
}

export interface Ring {
  readonly what: string
  /** Pixels; 0 where nothing is drawn. */
  readonly width: number
  readonly contrast: number
}

/** The ring around each thing that can have the focus, against the colours around it; of a card it is drawn around its body. */
export const ringsOfFocus = (): readonly Ring[] => {
  const rgb = (text: string): readonly number[] => (text.match(/[\d.]+/g) ?? []).map(Number)
  const light = (colour: readonly number[]): number => {
    const [red = 0, green = 0, blue = 0] = colour.map((value) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const ringOf = (at: Element): Ring => {
    const ringed = at.matches(".card input") ? (at.nextElementSibling ?? at) : at
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(ringed)
    const around: number[] = []
    for (let each = ringed.parentElement; each; each = each.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(each)
      const colours = [backgroundColor, ...(backgroundImage.match(/rgba?\([^)]+\)/g) ?? [])].map(rgb)
      around.push(...colours.filter(([, , , alpha = 1]) => alpha === 1).map(light))
      if ((rgb(backgroundColor)[3] ?? 1) === 1) break
    }
    const ring = light(rgb(outlineColor))
    const contrasts = around.map((back) => (Math.max(ring, back) + 0.05) / (Math.min(ring, back) + 0.05))
    return {
      what: `${at.localName} ${at.getAttribute("name") ?? ""} ${at.getAttribute("value") ?? at.textContent?.trim()}`,
      width: outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth),
      contrast: Math.min(...contrasts),
    }
  }
  const focusable = "a[href], button:not([aria-hidden]), input:not([type=hidden]), textarea, summary"
  return [...document.querySelectorAll<HTMLElement>(focusable)]
    .filter((each) => each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true }))
    .flatMap((each) => {
      each.focus()
      return document.activeElement === each ? [ringOf(each)] : []
    })
}
