import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../../modules/marketplace/resolve"
import { mayComplainUntil } from "./complaints"

export interface Complaint {
  readonly id: string
  readonly text: string
  readonly at: Date
  readonly outcome: "upheld" | "reversed" | null
  readonly answer: string | null
  readonly answeredAt: Date | null
}

export interface StandingStatement {
  readonly id: string
  readonly decision: string
  readonly subjectLabel: string
  readonly reason: string
  readonly ground: string
  readonly at: Date
  readonly effectiveAt: Date
  readonly liftedAt: Date | null
  readonly complainUntil: Date
  readonly complaint: Complaint | null
}

/** Statements of reasons of one seller with their complaints, the newest first. */
export async function readStanding(container: MedusaContainer, sellerId: string): Promise<StandingStatement[]> {
  const knex = knexOf(container)
  const statements = (await knex("marketplace_statement_of_reasons")
    .where({ seller_id: sellerId })
    .orderBy([{ column: "at", order: "desc" }, { column: "id" }])
    .limit(200)
    .select(
      "id",
      "decision",
      "subject_label as subjectLabel",
      "reason",
      "ground",
      "at",
      "effective_at as effectiveAt",
      "lifted_at as liftedAt",
    )) as Omit<StandingStatement, "complainUntil" | "complaint">[]
  const complaints = (await knex("marketplace_complaint")
    .whereIn(
      "statement_id",
      statements.map(({ id }) => id),
    )
    .select(
      "id",
      "statement_id as statementId",
      "text",
      "at",
      "outcome",
      "answer",
      "answered_at as answeredAt",
    )) as (Complaint & { statementId: string })[]
  const of = new Map(complaints.map((complaint) => [complaint.statementId, complaint]))
  return statements.map((statement) => ({
    ...statement,
    complainUntil: mayComplainUntil(statement.at),
    complaint: of.get(statement.id) ?? null,
  }))
}

export interface SellerEventEntry {
  readonly id: string
  readonly from: string | null
  readonly to: string
  readonly actor: string
  readonly reason: string | null
  readonly at: Date
}

/** Every transition, with its actor's id and reason. */
export const readHistory = async (container: MedusaContainer, sellerId: string): Promise<SellerEventEntry[]> =>
  (await knexOf(container)("marketplace_seller_event")
    .where({ seller_id: sellerId })
    .orderBy([
      { column: "at", order: "desc" },
      { column: "id", order: "desc" },
    ])
    .limit(200)
    .select("id", "from_state as from", "to_state as to", "actor", "reason", "at")) as SellerEventEntry[]
