import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createTaxRatesWorkflow } from "@medusajs/medusa/core-flows"
import { badInput, notFound } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { retailerOf } from "../retailer/retailer-of"

/**
 * French VAT on goods, in basis points: normal (CGI art. 278), intermediate (art. 279: plants, firewood…), reduced (art.
 * 278-0 bis: food, books, sanitary protection…), super-reduced (art. 281 octies and 298 septies: refunded medicines, press).
 */
export const VAT_CLASSES = { normal: 2000, intermediate: 1000, reduced: 550, super_reduced: 210 } as const

export type VatClass = keyof typeof VAT_CLASSES

export const isVatClass = (value: string): value is VatClass => value in VAT_CLASSES

/**
 * The Medusa product type that carries a class; null for the normal rate, which is the region's default. Type and tax rate
 * are made at their first use.
 */
export async function productTypeOf(container: MedusaContainer, vatClass: VatClass): Promise<string | null> {
  if (vatClass === "normal") return null
  const percent = VAT_CLASSES[vatClass] / 100
  const value = `TVA ${String(percent).replace(".", ",")} %`
  const products = container.resolve(Modules.PRODUCT)
  const [known] = await products.listProductTypes({ value })
  const type = known ?? (await products.createProductTypes({ value }))
  const code = `fr-${percent}`
  const [rate] = await container.resolve(Modules.TAX).listTaxRates({ code })
  if (!rate) {
    const { setup } = await retailerOf(container)
    const rules = [{ reference: "product_type", reference_id: type.id }]
    await createTaxRatesWorkflow(container).run({
      input: [{ tax_region_id: setup.taxRegionId, name: value, code, rate: percent, rules }],
    })
  }
  return type.id
}

/** Types of catalogue products, for the backing products of their offers. */
export async function typesOfProducts(
  container: MedusaContainer,
  productIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = (await knexOf(container)("product")
    .whereIn("id", [...new Set(productIds)])
    .whereNotNull("type_id")
    .select("id", "type_id as type")) as { id: string; type: string }[]
  return new Map(rows.map((row) => [row.id, row.type]))
}

/**
 * Gives a catalogue product, and every offer of it, a class of VAT. Orders keep what they were sold with.
 * @throws NOT_FOUND | BAD_INPUT
 */
export async function setProductVatClass(
  container: MedusaContainer,
  productId: string,
  vatClass: string,
): Promise<void> {
  if (!isVatClass(vatClass)) throw badInput(`A class of VAT is one of ${Object.keys(VAT_CLASSES).join(", ")}`)
  const rows = (await knexOf(container)("marketplace_product_sheet")
    .where((own) =>
      own.where({ product_id: productId, owner_seller_id: null }).orWhere("catalogue_product_id", productId),
    )
    .select("product_id as id", "owner_seller_id as owner")) as { id: string; owner: string | null }[]
  if (!rows.some((row) => row.id === productId && row.owner === null)) throw notFound("This product")
  const type_id = await productTypeOf(container, vatClass)
  await container.resolve(Modules.PRODUCT).updateProducts({ id: rows.map((row) => row.id) }, { type_id })
}

/** The class of a catalogue product, by its type. */
export async function vatClassOf(container: MedusaContainer, productId: string): Promise<VatClass> {
  const row = (await knexOf(container)("product as p")
    .join("product_type as t", "t.id", "p.type_id")
    .where("p.id", productId)
    .first("t.value")) as { value: string } | undefined
  const percent = /^TVA ([\d,]+) %$/.exec(row?.value ?? "")?.[1]?.replace(",", ".")
  const found = Object.entries(VAT_CLASSES).find(([, bps]) => String(bps / 100) === percent)
  return found ? (found[0] as VatClass) : "normal"
}
