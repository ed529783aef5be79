import type { Palette } from "./palettes"

/** What is printed or woven on the body: the content of a square tile of 40. */
type Motif = (palette: Palette) => string

export const motifs = {
  plain: () => "",
  stripes: ({ accent }) => `<rect y="12" width="40" height="12" fill="${accent}"/>`,
  dots: ({ accent }) =>
    `<circle cx="10" cy="10" r="5" fill="${accent}"/><circle cx="30" cy="30" r="5" fill="${accent}"/>`,
  checks: ({ accent, shade }) =>
    `<path d="M0 10h40M0 30h40" stroke="${shade}" stroke-width="6" opacity=".55"/>` +
    `<path d="M10 0v40M30 0v40" stroke="${accent}" stroke-width="3" opacity=".8"/>`,
  waves: ({ accent }) =>
    `<path d="M0 14q10-10 20 0t20 0M0 34q10-10 20 0t20 0" fill="none" stroke="${accent}" stroke-width="4"/>`,
  leaves: ({ accent }) =>
    `<path d="M8 30q0-16 16-20q2 16-16 20z" fill="${accent}"/><path d="M26 38q0-9 9-12q2 9-9 12z" fill="${accent}" opacity=".7"/>`,
} as const satisfies Record<string, Motif>

export type MotifName = keyof typeof motifs
