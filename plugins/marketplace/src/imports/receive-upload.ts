import { createHash } from "node:crypto"
import { createWriteStream } from "node:fs"
import { mkdir, rm } from "node:fs/promises"
import { join } from "node:path"
import { Readable, Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { clockOf } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { analyse } from "./analyse"

export interface Upload {
  /** Null: the retailer's catalogue. */
  readonly sellerId: string | null
  readonly actor: string
  readonly name: string
  /** As the sender announces it; null when it does not. */
  readonly size: number | null
}

/**
 * Streams a file to disk and looks what it is; nothing of it stays when it is refused, and no more than a piece of it is
 * ever in memory.
 * @throws IMPORT_TOO_LARGE before the first byte where the size is announced | BAD_FILE | BAD_ENCODING
 */
export async function receiveUpload(container: MedusaContainer, upload: Upload, body: Readable): Promise<string> {
  const { uploads, mostUploadBytes } = marketplaceOf(container).parts
  if (upload.size !== null && upload.size > mostUploadBytes) throw tooBig(mostUploadBytes)
  await mkdir(uploads, { recursive: true })
  const id = generateEntityId(undefined, "upl")
  const path = join(uploads, id)
  try {
    const { size, hash } = await toDisk(body, path, mostUploadBytes)
    const found = await analyse(path)
    await knexOf(container)("marketplace_import_upload").insert({
      id,
      seller_id: upload.sellerId,
      // Shown to people only; never a path.
      file:
        upload.name
          .replace(/[\\/\p{Cc}]/gu, " ")
          .trim()
          .slice(-120) || "import",
      path,
      size,
      file_hash: hash,
      format: found.format,
      encoding: found.encoding,
      columns: JSON.stringify(found.columns),
      sample: JSON.stringify(found.sample),
      total: found.total,
      actor: upload.actor,
      at: clockOf(container).now(),
    })
    return id
  } catch (cause) {
    await rm(path, { force: true })
    throw cause
  }
}

async function toDisk(body: Readable, path: string, most: number): Promise<{ size: number; hash: string }> {
  let size = 0
  const hash = createHash("sha256")
  const counted = new Transform({
    transform(part: Buffer, _encoding, done) {
      size += part.length
      if (size > most) done(tooBig(most))
      else {
        hash.update(part)
        done(null, part)
      }
    },
  })
  // Not the body itself: a pipeline that fails would tear its connection down, and nobody could be told why.
  const parts = Readable.from(body.iterator({ destroyOnReturn: false }), { objectMode: false })
  await pipeline(parts, counted, createWriteStream(path, { mode: 0o600 }))
  return { size, hash: hash.digest("base64url") }
}

const tooBig = (most: number) =>
  marketplaceError(
    "IMPORT_TOO_LARGE",
    `A file may have ${Math.floor(most / 1024 / 1024)} MB. Split it, or leave columns out that are not needed.`,
    { mostBytes: most },
  )
