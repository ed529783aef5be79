import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { cutPoint } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { knexOf } from "../modules/marketplace/resolve"
import { insertTaxLines, owedOf, type TaxedPart } from "../vat/tax-lines"
import type { Projection } from "./project-order"
import { saleJournal, saleKey } from "./sale-journal"
import { tellSale } from "./tell-sale"

/**
 * Writes seller orders, payment shares, commission lines and the ledger's sale in one transaction, once an order.
 * @returns false when the order was projected already
 */
export async function saveProjection(container: MedusaContainer, projection: Projection): Promise<boolean> {
  const ledger: LedgerModuleService = container.resolve(LEDGER_MODULE)
  return knexOf(container).transaction(async (trx) => {
    if (!(await insertOrder(trx, projection))) return false
    await insertGroups(trx, projection)
    await cutPoint(container, "order.rows")
    await ledger.post([journalOf(projection)], trx)
    await cutPoint(container, "order.booked")
    await tellSale(container, { id: projection.order.id, total: projection.captured }, trx)
    if (projection.order.cartId)
      await trx("marketplace_checkout")
        .where("cart_id", projection.order.cartId)
        .update({ order_id: projection.order.id, finished_at: projection.order.placedAt })
    return true
  })
}

async function insertOrder(trx: Knex.Transaction, { order, captured }: Projection): Promise<boolean> {
  const inserted = await trx("marketplace_placed_order")
    .insert({
      order_id: order.id,
      cart_id: order.cartId,
      number: order.number,
      currency: order.currency,
      total: captured,
      email: order.email,
      customer_id: order.customerId,
      customer_name: order.customerName,
      placed_at: order.placedAt,
    })
    .onConflict("order_id")
    .ignore()
    .returning("order_id")
  return inserted.length > 0
}

async function insertGroups(trx: Knex.Transaction, { order, groups }: Projection): Promise<void> {
  await trx("marketplace_seller_order").insert(
    groups.map((group) => ({
      id: group.id,
      order_id: order.id,
      seller_id: group.sellerId,
      state: group.state,
      accepted_at: group.state === "TO_ACCEPT" ? null : order.placedAt,
      shipping_option_id: group.optionId,
      delivery_name: group.deliveryName,
      delivery_total: group.delivery,
      items_total: group.share - group.delivery,
      promised_by: group.promisedBy,
      placed_at: order.placedAt,
    })),
  )
  await trx("marketplace_seller_order_line").insert(
    groups.flatMap((group) =>
      group.lines.map(({ source, origin, ...line }) => ({
        line_id: line.lineId,
        seller_order_id: group.id,
        order_id: order.id,
        product_id: source.productId,
        variant_id: source.variantId,
        catalogue_product_id: origin.catalogueProductId,
        catalogue_variant_id: origin.catalogueVariantId,
        product_handle: origin.productHandle,
        title: source.title,
        variant_title: source.variantTitle,
        sku: source.sku,
        gtin: origin.gtin,
        image: origin.image,
        brand: origin.brand,
        category_handles: JSON.stringify(origin.categoryHandles),
        quantity: source.quantity,
        unit_price: line.unitPrice,
        total: line.total,
      })),
    ),
  )
  await trx("marketplace_payment_share").insert(
    groups.map((group) => ({
      id: generateEntityId(undefined, "payshare"),
      order_id: order.id,
      seller_id: group.sellerId,
      amount: group.share,
    })),
  )
  const charges = groups.flatMap((group) =>
    group.lines.flatMap(({ lineId, commission }) =>
      commission
        ? [
            {
              id: generateEntityId(undefined, "comm"),
              order_id: order.id,
              seller_id: group.sellerId,
              line_id: lineId,
              rule_id: commission.ruleId,
              rule_name: commission.ruleName,
              rate_bps: commission.rateBps,
              fixed: commission.fixed,
              gross: commission.gross,
              shipping_gross: commission.shippingGross,
              base: commission.base,
              amount: commission.amount,
              vat: commission.vat,
              vat_rate_bps: commission.vatRateBps,
              vat_treatment: commission.vatTreatment,
              tax_code: commission.taxCode,
              terms: JSON.stringify(commission.terms),
              cause_key: saleKey(order.id),
              occurred_at: order.placedAt,
            },
          ]
        : [],
    ),
  )
  if (charges.length > 0) await trx("marketplace_commission_line").insert(charges)
  await insertTaxLines(
    trx,
    groups.flatMap((group) => group.taxes),
    { orderId: order.id, key: saleKey(order.id), occurredAt: order.placedAt },
  )
}

const journalOf = ({ order, captured, groups }: Projection) =>
  saleJournal({
    orderId: order.id,
    number: order.number,
    currency: order.currency,
    captured,
    occurredAt: order.placedAt,
    groups: groups.map((group) => ({
      sellerId: group.sellerId,
      delivery: group.delivery,
      deliveryVat: owedOn(group.taxes, null),
      lines: group.lines.map((line) => ({
        title: line.source.title,
        quantity: line.source.quantity,
        total: line.total,
        vat: owedOn(group.taxes, line.lineId),
        commission: line.commission,
      })),
    })),
  })

function owedOn(taxes: readonly TaxedPart[], lineId: string | null) {
  const part = taxes.find((each) => each.lineId === lineId)
  return part ? owedOf(part) : null
}
