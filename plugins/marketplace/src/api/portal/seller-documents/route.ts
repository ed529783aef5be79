import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { GondolaError } from "@gondola/kit"
import { marketplaceError } from "../../../errors"
import { marketplaceOf } from "../../../modules/marketplace/resolve"
import { handInDocument } from "../../../sellers/documents/hand-in"
import { MAX_PAPER_BYTES } from "../../../sellers/file-check"
import { carries } from "../../../sellers/roles"
import { answering } from "../../guards/answering"

const text = (value: unknown): string => (typeof value === "string" ? value : "")

/** The body is the file itself; what it is for stands in the address. */
export const POST = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const marketplace = marketplaceOf(req.scope)
  const [member] = await marketplace.listSellerMembers({ id: req.auth_context.actor_id })
  const [seller] = member ? await marketplace.listSellers({ id: member.seller_id }) : []
  if (!member || !seller) throw new GondolaError("NOT_ALLOWED", "This account belongs to no seller any more")
  if (!carries(member.role, "team"))
    throw new GondolaError("NOT_ALLOWED", "Papers are handed in by an owner of your team")
  const bytes = await readBody(req)
  const id = await handInDocument(req.scope, seller, {
    requirementCode: text(req.query.requirement),
    fileName: text(req.query.name),
    expiresOn: text(req.query.expires) || null,
    memberId: member.id,
    bytes,
  })
  res.status(201).json({ id })
})

/** Stops reading at the limit: a file of a gigabyte costs no more memory than a good one. */
async function readBody(req: AuthenticatedMedusaRequest): Promise<Buffer> {
  const tooLarge = () =>
    marketplaceError("FILE_TOO_LARGE", `This file is larger than ${MAX_PAPER_BYTES / 1024 / 1024} MB`)
  if (Number(req.headers["content-length"] ?? 0) > MAX_PAPER_BYTES) throw tooLarge()
  const parts: Buffer[] = []
  let size = 0
  for await (const part of req as AsyncIterable<Buffer>) {
    size += part.length
    if (size > MAX_PAPER_BYTES) throw tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}
