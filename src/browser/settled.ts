/** Lets no press through to a page that has only just come: the style sheet stops a finger, this a key or a switch too. */

/** The style sheet says how long a new page settles: it takes no pointer meanwhile. Enter and Space click too. */
export const settle = (root: Element): void =>
  root.addEventListener(
    "click",
    (event) => {
      if (getComputedStyle(event.target as Element).pointerEvents !== "none") return
      event.preventDefault()
      event.stopPropagation()
    },
    true,
  )
