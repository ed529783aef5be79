import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, clockOf, notFound } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { fieldNamesOf } from "./field-names"
import type { ImportMapping } from "./import-rows"
import type { Owner } from "./read-imports"

export interface SavedMapping {
  readonly id: string
  readonly name: string
  readonly fields: ImportMapping
}

/** Of a seller, or of the retailer (null). */
export const listMappings = (container: MedusaContainer, owner: Owner): Promise<SavedMapping[]> =>
  knexOf(container)("marketplace_import_mapping")
    .whereRaw("seller_id is not distinct from ?", [owner])
    .orderBy("name")
    .select("id", "name", "fields") as unknown as Promise<SavedMapping[]>

const MOST = 50

/** By name: the same name is written over. @throws BAD_INPUT */
export async function saveMapping(
  container: MedusaContainer,
  owner: Owner,
  mapping: { readonly name: string; readonly fields: ImportMapping },
): Promise<SavedMapping> {
  const name = mapping.name.trim().slice(0, 80)
  if (!name) throw badInput("Give the mapping a name")
  const known = new Set<string>(fieldNamesOf(owner))
  const strange = Object.keys(mapping.fields).find((field) => !known.has(field))
  if (strange) throw badInput(`There is no field ${strange}`)
  if ((await listMappings(container, owner)).length >= MOST) throw badInput(`${MOST} mappings are kept at most`)
  const { rows } = await knexOf(container).raw<{ rows: SavedMapping[] }>(
    `insert into marketplace_import_mapping (id, seller_id, name, fields, at) values (?, ?, ?, ?::jsonb, ?)
     on conflict ((coalesce(seller_id, '')), name) do update set fields = excluded.fields, at = excluded.at
     returning id, name, fields`,
    [generateEntityId(undefined, "impmap"), owner, name, JSON.stringify(mapping.fields), clockOf(container).now()],
  )
  return rows[0]!
}

export async function deleteMapping(container: MedusaContainer, owner: Owner, id: string): Promise<void> {
  const gone = await knexOf(container)("marketplace_import_mapping")
    .where({ id })
    .whereRaw("seller_id is not distinct from ?", [owner])
    .delete()
  if (gone === 0) throw notFound("This mapping")
}
