import { generateEntityId } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, notFound } from "@gondola/kit"
import { refreshGates } from "../gates/refresh-gates"
import { knexOf } from "../modules/marketplace/resolve"
import { readProducts } from "../read-model/read-products"
import { refuseTakenDown } from "../takedowns/holds"
import { setProductVatClass, vatClassOf } from "../vat/vat-classes"
import { recordCatalogueEvent } from "./catalogue-events"
import { createCatalogueProducts } from "./create-catalogue-products"
import type { Text } from "./draft"
import { slug } from "./slug"

/**
 * A variant that is an article of its own gets a sheet of its own, made after the old one: its GTINs and the sellers'
 * offers follow. Guarded, not undone: the retailer must not sell the variant itself, so that no price, stock or basket
 * of the house moves; put together again it is by a merge.
 * @throws NOT_FOUND | BAD_INPUT
 * @returns the id of the new product
 */
export async function splitVariant(
  container: MedusaContainer,
  split: { readonly variantId: string; readonly title: Text; readonly actor: string; readonly reason: string },
): Promise<string> {
  const { variantId, title, actor, reason } = split
  if (!reason.trim()) throw badInput("Say why it is an article of its own")
  if (!title.fr.trim()) throw badInput("Give the new article a title")
  const knex = knexOf(container)
  const row = (await knex("product_variant as v")
    .join("marketplace_product_sheet as s", "s.product_id", "v.product_id")
    .where("v.id", variantId)
    .whereNull("v.deleted_at")
    .whereNull("s.owner_seller_id")
    .first("v.product_id as productId")) as { productId: string } | undefined
  const [product] = row ? await readProducts(container, [row.productId]) : []
  const variant = product?.variants.find(({ id }) => id === variantId)
  if (!row || !product || !variant) throw notFound("This catalogue variant")
  await refuseTakenDown(container, [product.id])
  if (product.variants.length < 2) throw badInput("The product has only this variant")
  if (variant.offers.some((offer) => offer.sellerId === null))
    throw badInput("The retailer sells this variant: take its price away first")
  const gtins = (await knex("marketplace_gtin").where({ variant_id: variantId }).pluck("gtin")) as string[]
  const tail = slug(gtins[0] ?? variantId.slice(-8))
  const [made] = await createCatalogueProducts(
    container,
    [
      {
        handle: `${slug(title.fr).slice(0, 60).replace(/-$/, "")}-${tail}`,
        title: { fr: title.fr.trim(), en: title.en.trim() || title.fr.trim() },
        description: product.description,
        brand: product.brand,
        partNumber: product.partNumber,
        images: product.images,
        categories: product.categories.flatMap((path) => path.at(-1)?.handle ?? []),
        attributes: product.attributes,
        safety: product.safety,
        guaranteeMonths: product.guaranteeMonths,
        releasedAt: product.releasedAt,
        variants: [{ sku: generateEntityId(undefined, `split-${tail}`), gtins: [], price: null, stock: 0 }],
      },
    ],
    async (trx, [created]) => {
      const target = { catalogue_product_id: created!.productId, catalogue_variant_id: created!.variantIds[0]! }
      await trx("marketplace_gtin")
        .where({ variant_id: variantId })
        .update({ product_id: created!.productId, variant_id: created!.variantIds[0]!, updated_at: trx.fn.now() })
      const moved = (await trx("marketplace_offer")
        .where({ catalogue_variant_id: variantId })
        .update({ ...target, updated_at: trx.fn.now() })
        .returning("product_id")) as { product_id: string }[]
      await trx("marketplace_product_sheet")
        .whereIn(
          "product_id",
          moved.map((one) => one.product_id),
        )
        .update({ ...target, updated_at: trx.fn.now() })
    },
  )
  await setProductVatClass(container, made!.productId, await vatClassOf(container, row.productId))
  await refreshGates(container, [row.productId, made!.productId])
  await recordCatalogueEvent(container, {
    kind: "split",
    productId: made!.productId,
    otherId: row.productId,
    actor,
    reason,
    detail: { variantId, gtins },
  })
  return made!.productId
}
