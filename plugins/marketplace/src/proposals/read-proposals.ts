import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { notFound } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { ProposalRow } from "./decide-proposal"
import type { FoundCandidate } from "./find-candidates"

export type ReadProposal = ProposalRow & {
  readonly sellerName: string
  readonly candidates: readonly FoundCandidate[]
  readonly product_id: string | null
  readonly reason: string | null
  readonly decided_by: string | null
  readonly proposed_at: Date
  readonly decided_at: Date | null
}

export interface ProposalFilter {
  readonly id?: string
  readonly sellerId?: string
  readonly state?: string | null
  readonly search?: string | null
}

/** Open ones first, the oldest of them first; the others newest first. */
export async function readProposals(
  container: MedusaContainer,
  filter: ProposalFilter,
  page: { readonly skip: number; readonly take: number },
): Promise<{ rows: ReadProposal[]; total: number }> {
  const query = filtered(knexOf(container), filter)
  const [count] = (await query.clone().count("p.id as n")) as { n: string }[]
  const rows = (await query
    .clone()
    .select("p.*", "s.name as sellerName")
    .orderByRaw(
      "(p.state = 'open') desc, case when p.state = 'open' then p.proposed_at end asc, p.proposed_at desc, p.id",
    )
    .offset(page.skip)
    .limit(page.take)) as ReadProposal[]
  return { total: Number(count?.n ?? 0), rows }
}

/** @throws NOT_FOUND */
export async function readProposal(container: MedusaContainer, id: string): Promise<ReadProposal> {
  const { rows } = await readProposals(container, { id }, { skip: 0, take: 1 })
  if (!rows[0]) throw notFound("This proposal")
  return rows[0]
}

function filtered(knex: Knex, { id, sellerId, state, search }: ProposalFilter): Knex.QueryBuilder {
  const query = knex("marketplace_proposal as p").join("marketplace_seller as s", "s.id", "p.seller_id")
  if (id) void query.where("p.id", id)
  if (sellerId) void query.where("p.seller_id", sellerId)
  if (state) void query.where("p.state", state)
  if (search?.trim()) {
    const like = `%${search.trim().replace(/[\\%_]/g, "\\$&")}%`
    void query.where((any) =>
      any
        .whereILike("p.sku", like)
        .orWhereILike("p.gtin", like)
        .orWhereILike("s.name", like)
        .orWhereRaw("p.article #>> '{title,fr}' ilike ?", [like]),
    )
  }
  return query
}
