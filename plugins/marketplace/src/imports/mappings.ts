import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, clockOf, notFound } from "@gondola/kit"
import { OFFER_FIELD_NAMES, type OfferMapping } from "../import/formats/offer-fields"
import { knexOf } from "../modules/marketplace/resolve"

export interface SavedMapping {
  readonly id: string
  readonly name: string
  readonly fields: OfferMapping
}

export const listMappings = (container: MedusaContainer, sellerId: string): Promise<SavedMapping[]> =>
  knexOf(container)("marketplace_import_mapping")
    .where({ seller_id: sellerId })
    .orderBy("name")
    .select("id", "name", "fields") as unknown as Promise<SavedMapping[]>

const MOST = 50

/** By name: the same name is written over. @throws BAD_INPUT */
export async function saveMapping(
  container: MedusaContainer,
  sellerId: string,
  mapping: { readonly name: string; readonly fields: OfferMapping },
): Promise<SavedMapping> {
  const name = mapping.name.trim().slice(0, 80)
  if (!name) throw badInput("Give the mapping a name")
  const known = new Set<string>(OFFER_FIELD_NAMES)
  const strange = Object.keys(mapping.fields).find((field) => !known.has(field))
  if (strange) throw badInput(`There is no field ${strange}`)
  if ((await listMappings(container, sellerId)).length >= MOST)
    throw badInput(`A seller keeps ${MOST} mappings at most`)
  const { rows } = await knexOf(container).raw<{ rows: SavedMapping[] }>(
    `insert into marketplace_import_mapping (id, seller_id, name, fields, at) values (?, ?, ?, ?::jsonb, ?)
     on conflict ((coalesce(seller_id, '')), name) do update set fields = excluded.fields, at = excluded.at
     returning id, name, fields`,
    [generateEntityId(undefined, "impmap"), sellerId, name, JSON.stringify(mapping.fields), clockOf(container).now()],
  )
  return rows[0]!
}

export async function deleteMapping(container: MedusaContainer, sellerId: string, id: string): Promise<void> {
  const gone = await knexOf(container)("marketplace_import_mapping").where({ id, seller_id: sellerId }).delete()
  if (gone === 0) throw notFound("This mapping")
}
