/** The mark of The Big Ask, drawn in strokes so that it looks the same on every device without a font. */

export const Mark = () => (
  <svg class="mark" viewBox="0 0 378 112" width="189" height="56" role="img" aria-label="The Big Ask">
    <g fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">
      <g stroke-width="7">
        <path d="M12 23v22a8 8 0 0 0 8 8M4 32h15" />
        <path d="M29 17v36M29 44a9 9 0 0 1 18 0v9" />
        <path d="M57 43h18a9 9 0 1 0-3 7" />
      </g>
      <g stroke-width="14">
        <path d="M94 16v44a20 20 0 1 0 40 0a20 20 0 1 0-40 0" />
        <path d="M154 42v38" />
        <path d="M214 60a20 20 0 1 0-40 0a20 20 0 1 0 40 0M214 42v42a20 20 0 0 1-37 10" />
        <path d="M282 60a20 20 0 1 0-40 0a20 20 0 1 0 40 0M282 42v38" />
        <path d="M327 47c-3-5-8-7-13-7c-8 0-13 4-13 10c0 14 28 6 28 20c0 6-6 10-14 10c-6 0-11-2-14-7" />
        <path d="M345 16v64M367 42l-20 18M353 55l15 25" />
      </g>
    </g>
    <path class="dot" d="M142 16a12 12 0 1 1 14 12l-8 8l1-8.500a12 12 0 0 1-7-11.500z" />
  </svg>
)
