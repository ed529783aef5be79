import { marketplaceError } from "../errors"

/** What is stored for a seller's papers: nothing that a browser would run. */
export const PAPER_TYPES = ["application/pdf", "image/jpeg", "image/png"] as const
export const MAX_PAPER_BYTES = 8 * 1024 * 1024

/**
 * Looks into the bytes; the name and the type that the sender claims count for nothing.
 * @throws BAD_FILE | FILE_TOO_LARGE
 */
export async function checkedPaper(bytes: Buffer): Promise<(typeof PAPER_TYPES)[number]> {
  if (bytes.length === 0) throw marketplaceError("BAD_FILE", "This file is empty; choose another one")
  if (bytes.length > MAX_PAPER_BYTES)
    throw marketplaceError("FILE_TOO_LARGE", `This file is larger than ${MAX_PAPER_BYTES / 1024 / 1024} MB`)
  const { fileTypeFromBuffer } = await import("file-type")
  const found = (await fileTypeFromBuffer(bytes))?.mime
  const type = PAPER_TYPES.find((each) => each === found)
  if (!type) throw marketplaceError("BAD_FILE", "Only PDF, JPEG and PNG files are taken; this one is something else")
  return type
}

/** A name that is safe in a header and in a folder. */
export const tidyFileName = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(-120) || "document"
