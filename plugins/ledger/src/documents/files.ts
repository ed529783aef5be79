import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { SALE_KINDS } from "./document"
import { sha256 } from "./hash"

export type FileFormat = "pdf" | "xml"

export interface DocumentFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
  readonly sha256: string
}

/** The file as it was first made, for ever: what was handed out once does not change with the program. */
export async function keptFile(
  knex: Knex,
  wanted: { readonly documentId: string; readonly format: FileFormat; readonly locale: string },
): Promise<DocumentFile | null> {
  const row = (await knex("ledger_document_file")
    .where({ document_id: wanted.documentId, format: wanted.format, locale: wanted.locale })
    .first()) as { name: string; media_type: string; bytes: Buffer; sha256: string } | undefined
  return row ? { name: row.name, mediaType: row.media_type, bytes: row.bytes, sha256: row.sha256 } : null
}

/** Two that render at once keep one file and both hand out that one. */
export async function keepFile(
  knex: Knex,
  wanted: { readonly documentId: string; readonly format: FileFormat; readonly locale: string },
  made: { readonly name: string; readonly mediaType: string; readonly bytes: Buffer; readonly at: Date },
): Promise<DocumentFile> {
  await knex("ledger_document_file")
    .insert({
      document_id: wanted.documentId,
      format: wanted.format,
      locale: wanted.locale,
      name: made.name,
      media_type: made.mediaType,
      bytes: made.bytes,
      sha256: sha256(made.bytes),
      made_at: made.at,
    })
    .onConflict(["document_id", "format", "locale"])
    .ignore()
  const kept = await keptFile(knex, wanted)
  if (!kept) throw new Error(`the file of ${wanted.documentId} was not kept`)
  return kept
}

/** Documents without their own language's PDF yet, oldest first. A shopper's is made when it is asked for. */
export async function unrenderedDocuments(knex: Knex, limit: number): Promise<string[]> {
  const rows = (await knex("ledger_document as d")
    .whereNotIn("d.kind", SALE_KINDS)
    .whereNotExists(knex("ledger_document_file as f").whereRaw("f.document_id = d.id and f.format = 'pdf'"))
    .orderBy([{ column: "d.issued_at" }, { column: "d.number" }])
    .limit(limit)
    .select("d.id")) as { id: string }[]
  return rows.map((row) => row.id)
}
