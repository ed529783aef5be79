import { storeReturnError } from "../errors"

export const PHOTO_LIMIT = 300_000

export interface Photo {
  readonly mime: "image/jpeg" | "image/png"
  /** Standard base64 without the data URL's head. */
  readonly base64: string
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const starts = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte)

/**
 * Reads a data URL by its content: what the sender claims it to be does not count.
 * @throws PHOTO_REFUSED
 */
export function photoOfDataUrl(dataUrl: string): Photo {
  const refuse = (why: string) => storeReturnError("PHOTO_REFUSED", `${why}; take the photo again`)
  const match = /^data:image\/(?:jpeg|png);base64,([A-Za-z0-9+/]+={0,2})$/.exec(dataUrl)
  if (!match) throw refuse("A photo is a JPEG or PNG as a data URL")
  const base64 = match[1] ?? ""
  const bytes = Buffer.from(base64, "base64")
  if (bytes.length > PHOTO_LIMIT) throw refuse("The photo is larger than 300 kB")
  if (starts(bytes, PNG)) return { mime: "image/png", base64 }
  if (starts(bytes, JPEG)) return { mime: "image/jpeg", base64 }
  throw refuse("This is not a picture")
}
