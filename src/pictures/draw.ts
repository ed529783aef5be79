import { motifs, type MotifName } from "./motifs"
import { palettes, type PaletteName } from "./palettes"
import type { Ink, Shape } from "./shape"
import * as clothing from "./shapes/clothing"
import * as home from "./shapes/home"
import * as lighting from "./shapes/lighting"
import * as paper from "./shapes/paper"
import * as toys from "./shapes/toys"

export const shapes = { ...clothing, ...home, ...lighting, ...paper, ...toys } satisfies Record<string, Shape>
export type ShapeName = keyof typeof shapes

export interface Picture {
  readonly shape: ShapeName
  readonly palette: PaletteName
  readonly motif: MotifName
}

/** Where the API serves a picture; absent parts of the address are the plain ones. */
export const picturePath = ({ shape, palette, motif }: Picture): string => `/pictures/${shape}-${palette}-${motif}.svg`

/** The picture that a file name asks for, or undefined. */
export function pictureOfName(name: string): Picture | undefined {
  const [shape, palette, motif, ...rest] = name.replace(/\.svg$/, "").split("-")
  if (!isKeyOf(shapes, shape) || !isKeyOf(palettes, palette) || !isKeyOf(motifs, motif) || rest.length > 0)
    return undefined
  return { shape, palette, motif }
}

const isKeyOf = <T extends object>(of: T, key: string | undefined): key is keyof T & string =>
  key !== undefined && Object.hasOwn(of, key)

/** One article in front of a wall: flat, lit from the left, the same for everything on the shelf. */
export function draw({ shape, palette, motif }: Picture): string {
  const colours = palettes[palette]
  const tile = motifs[motif](colours)
  const ink: Ink = {
    body: tile ? "url(#motif)" : colours.body,
    base: colours.body,
    shade: colours.shade,
    accent: colours.accent,
  }
  const pattern = tile
    ? `<defs><pattern id="motif" width="40" height="40" patternUnits="userSpaceOnUse"><rect width="40" height="40" fill="${colours.body}"/>${tile}</pattern></defs>`
    : ""
  return svg(`${pattern}<rect width="400" height="400" fill="${colours.wall}"/>${shapes[shape](ink)}`)
}

/** Stands in where a picture is missing or cannot be fetched: an empty frame. */
export const placeholder = (): string =>
  svg(
    `<rect width="400" height="400" fill="#ece9e2"/><rect x="96" y="112" width="208" height="176" rx="14" fill="none" stroke="#a9a395" stroke-width="8"/>` +
      `<path d="M112 268l62-76 44 50 28-30 42 56z" fill="#c9c3b4"/><circle cx="252" cy="162" r="18" fill="#c9c3b4"/>`,
  )

const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="800" height="800">${content}</svg>`
