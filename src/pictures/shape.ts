/** What a shape is filled with; `body` carries the motif, the others are plain. */
export interface Ink {
  readonly body: string
  readonly base: string
  readonly shade: string
  readonly accent: string
}

/** Draws on a square of 400 with the ground at about 340. */
export type Shape = (ink: Ink) => string

/** The soft shadow where an article stands. */
export const standing = (halfWidth: number, y = 340): string =>
  `<ellipse cx="200" cy="${y}" rx="${halfWidth}" ry="${Math.round(halfWidth / 9)}" fill="#000" opacity=".12"/>`
