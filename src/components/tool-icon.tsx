/** Draws the small picture above the word of a tool in the header: decoration, since the word says it all. */

const lines = {
  stop: ["M8.500 3h7L21 8.500v7L15.500 21h-7L3 15.500v-7z", "M9 12h6"],
  help: ["M6 4h12a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3h-6l-5 4v-4H6a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3z", "M8 9.500h8M8 13h5"],
  hide: ["M3 12c4-7 14-7 18 0-4 7-14 7-18 0z", "M9.500 12a2.500 2.500 0 1 0 5 0a2.500 2.500 0 1 0-5 0M5 20 19 4"],
} as const

export const ToolIcon = (props: { readonly of: keyof typeof lines }) => (
  <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
    <path d={lines[props.of].join("")} />
  </svg>
)
