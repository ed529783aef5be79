const LONGEST_SIDE = 1280
/** Characters of base64 for the 300 kB that the server takes. */
const LARGEST = 400_000

/** A camera's picture as a JPEG that the server accepts: smaller, then plainer, until it fits. */
export async function shrink(file: File): Promise<string> {
  const picture = await createImageBitmap(file)
  for (const side of [LONGEST_SIDE, 960, 640]) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height))
    const canvas = document.createElement("canvas")
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    for (const quality of [0.8, 0.6]) {
      const url = canvas.toDataURL("image/jpeg", quality)
      if (url.length <= LARGEST) return url
    }
  }
  throw new Error("the picture is too large")
}
