import { draw, pictureOfName, picturePath, placeholder, shapes, type ShapeName } from "./draw"
import { motifs, type MotifName } from "./motifs"
import { palettes, type PaletteName } from "./palettes"

const every = Object.keys(shapes).flatMap((shape) =>
  Object.keys(palettes).flatMap((palette) =>
    Object.keys(motifs).map((motif) => ({
      shape: shape as ShapeName,
      palette: palette as PaletteName,
      motif: motif as MotifName,
    })),
  ),
)

it("finds every picture again by its address", () => {
  for (const picture of every) expect(pictureOfName(picturePath(picture).replace("/pictures/", ""))).toEqual(picture)
})

it("draws well-formed pictures without a hole where a value is missing", () => {
  for (const svg of [...every.map(draw), placeholder()]) {
    expect(svg).not.toMatch(/undefined|NaN|\[object/)
    expect(svg.match(/<g[ >]/g)?.length ?? 0).toBe(svg.match(/<\/g>/g)?.length ?? 0)
    expect(svg.match(/"/g)!.length % 2).toBe(0)
  }
})

it.each(["", "mug", "mug-ochre", "mug-ochre-plain-more.svg", "toString-ochre-plain.svg", "../../etc/passwd"])(
  "knows no picture called %p",
  (name) => expect(pictureOfName(name)).toBeUndefined(),
)
