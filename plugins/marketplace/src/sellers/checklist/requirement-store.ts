import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Requirement } from "./requirement"

interface RequirementRow {
  id: string
  code: string
  kind: Requirement["kind"]
  audience: Requirement["audience"]
  legal_form: Requirement["legalForm"]
  stream: Requirement["stream"]
  label: Requirement["label"]
  help: Requirement["help"]
  mandatory: boolean
  needs_expiry: boolean
  position: number
  binding_from: Date
}

const ofRow = (row: RequirementRow): Requirement => ({
  id: row.id,
  code: row.code,
  kind: row.kind,
  audience: row.audience,
  legalForm: row.legal_form,
  stream: row.stream,
  label: row.label,
  help: row.help,
  mandatory: row.mandatory,
  needsExpiry: row.needs_expiry,
  position: row.position,
  bindingFrom: row.binding_from,
})

/** The list as it stands, in the operator's order. */
export async function readRequirements(knex: Knex): Promise<Requirement[]> {
  const rows = (await knex("marketplace_requirement")
    .whereNull("retired_at")
    .orderBy(["position", "code"])) as RequirementRow[]
  return rows.map(ofRow)
}
