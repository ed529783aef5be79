import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { cents } from "@gondola/kit"
import {
  acceptSellerOrder,
  cancelUnits,
  deliverAllParcels,
  fillBasket,
  openThreeSellers,
  placeOrder,
  readSoldOrder,
  refuseLines,
  sellerOrderHead,
  settleRefund,
  shipParcel,
} from "@gondola/marketplace"
import { auditChecks } from "./checks"
import { runAudit } from "./run-audit"

jest.setTimeout(240_000)

/** What a broken row looks like, how it is mended, and the check that must see it. */
const BREAKS: readonly { check: string; table?: string; break: string; mend: string }[] = [
  {
    check: "ledger adds up to zero",
    table: "ledger_entry",
    break: "update ledger_entry set amount = amount + 1 where account = 'retailer_revenue'",
    mend: "update ledger_entry set amount = amount - 1 where account = 'retailer_revenue'",
  },
  {
    check: "every capture is one sale in the ledger",
    break: "update capture set amount = amount + 1",
    mend: "update capture set amount = amount - 1",
  },
  {
    check: "every refund is one refund in the ledger",
    break: "update refund set amount = amount - 0.01",
    mend: "update refund set amount = amount + 0.01",
  },
  {
    check: "every order knows its captures and refunds",
    break: "update order_transaction set amount = amount + 0.01 where reference = 'capture'",
    mend: "update order_transaction set amount = amount - 0.01 where reference = 'capture'",
  },
  {
    check: "no refusal or refund was left half-way",
    break:
      "update marketplace_redress set settled_at = null, started_at = started_at - interval '1 day' where kind = 'REFUSAL'",
    mend: "update marketplace_redress set settled_at = now(), started_at = started_at + interval '1 day' where kind = 'REFUSAL'",
  },
  {
    check: "every refusal and refund is booked as it was decided",
    break: "update marketplace_redress set amount = amount + 1",
    mend: "update marketplace_redress set amount = amount - 1",
  },
  {
    check: "every sale in the ledger has its order",
    table: "ledger_journal",
    break: "update ledger_journal set document_id = document_id || 'x' where document_type = 'order'",
    mend: "update ledger_journal set document_id = rtrim(document_id, 'x') where document_type = 'order'",
  },
  {
    check: "no checkout was left half-way",
    break: "insert into marketplace_checkout (cart_id, started_at) values ('cart_dead', now() - interval '1 hour')",
    mend: "delete from marketplace_checkout where cart_id = 'cart_dead'",
  },
  {
    check: "commission lines equal the ledger",
    table: "marketplace_commission_line",
    break: "update marketplace_commission_line set amount = amount + 1 where reverses is null",
    mend: "update marketplace_commission_line set amount = amount - 1 where reverses is null",
  },
  {
    check: "no commission is given back twice",
    table: "marketplace_commission_line",
    break: "update marketplace_commission_line set base = base - 100000 where reverses is not null",
    mend: "update marketplace_commission_line set base = base + 100000 where reverses is not null",
  },
  {
    check: "VAT lines equal the ledger",
    table: "marketplace_tax_line",
    break: "update marketplace_tax_line set vat = vat + 1 where accountable = 'retailer'",
    mend: "update marketplace_tax_line set vat = vat - 1 where accountable = 'retailer'",
  },
  {
    check: "seller accounts equal their orders",
    break: "update marketplace_seller_order set items_total = items_total + 1 where seller_id is not null",
    mend: "update marketplace_seller_order set items_total = items_total - 1 where seller_id is not null",
  },
  {
    check: "seller orders hold every line of their order",
    break: "update marketplace_seller_order_line set quantity = quantity + 1",
    mend: "update marketplace_seller_order_line set quantity = quantity - 1",
  },
  {
    check: "parcels equal Medusa's fulfilments",
    break: "update marketplace_parcel_line set quantity = quantity + 1",
    mend: "update marketplace_parcel_line set quantity = quantity - 1",
  },
  {
    check: "no stock level is negative or promised twice",
    break: "update inventory_level set stocked_quantity = stocked_quantity - 1000 where stocked_quantity > 0",
    mend: "update inventory_level set stocked_quantity = stocked_quantity + 1000 where stocked_quantity < 0",
  },
  {
    check: "stock levels equal their reservations",
    break: "update inventory_level set reserved_quantity = reserved_quantity + 1",
    mend: "update inventory_level set reserved_quantity = reserved_quantity - 1",
  },
  {
    check: "every line that waits is reserved, and no other",
    break: "update reservation_item set deleted_at = '2000-01-01' where deleted_at is null",
    mend: "update reservation_item set deleted_at = null where deleted_at = '2000-01-01'",
  },
]

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer }) => {
    it("is clean after a sale, a parcel and a refund, and sees each thing that is broken", async () => {
      const container = getContainer() as MedusaContainer
      const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const shop = await openThreeSellers(container)
      const { orderId } = await placeOrder(container, await fillBasket(container, shop))
      const head = await sellerOrderHead(container, shop.sellerA, { orderId })
      await acceptSellerOrder(container, head)
      await shipParcel(container, head, { carrier: "Colissimo", trackingNumber: "T1", lines: null })
      await deliverAllParcels(container, head)
      const order = await readSoldOrder(container, orderId)
      const mug = order.lines.find((line) => line.sellerId === shop.sellerA)!
      await refundPaymentWorkflow(container).run({ input: { payment_id: order.capturedPaymentIds[0]!, amount: 12 } })
      const shares = [{ sellerId: shop.sellerA, lineId: mug.lineId, quantity: 1, refund: cents(1200), label: "Tasse" }]
      await settleRefund(container, { key: "r1", orderId, occurredAt: new Date("2026-12-01"), shares })

      const by = { role: "SELLER", id: "m" } as const
      const refusal = { key: "refuse-0001", reason: "DAMAGED" as const, note: "", lines: null }
      await refuseLines(container, await sellerOrderHead(container, shop.sellerB, { orderId }), by, refusal)
      const shirt = order.lines.find((line) => line.sellerId === null)!
      await cancelUnits(
        container,
        await sellerOrderHead(container, null, { orderId }),
        { role: "SHOPPER", id: "c" },
        { key: "cancel-0001", note: "", lines: [{ lineId: shirt.lineId, quantity: 1 }] },
      )

      const report = await runAudit(container)
      expect(report.checks.flatMap((check) => check.findings)).toEqual([])
      expect(report.clean).toBe(true)
      const ours = BREAKS.map((each) => each.check)
      for (const check of report.checks.filter((each) => ours.includes(each.name))) {
        if (check.name === "no checkout was left half-way") continue
        expect([check.name, check.examined > 0]).toEqual([check.name, true])
      }

      for (const each of BREAKS) {
        const unguarded = async (statement: string) =>
          knex.transaction(async (trx) => {
            if (each.table) await trx.raw(`alter table ${each.table} disable trigger user`)
            await trx.raw(statement)
            if (each.table) await trx.raw(`alter table ${each.table} enable trigger user`)
          })
        await unguarded(each.break)
        const broken = await runAudit(container)
        expect([each.check, broken.clean]).toEqual([each.check, false])
        const red = broken.checks.filter((check) => check.findings.length > 0).map((check) => check.name)
        expect(red).toContain(each.check)
        await unguarded(each.mend)
      }
      expect((await runAudit(container)).clean).toBe(true)
      expect(auditChecks().map((check) => check.name)).toEqual(expect.arrayContaining(ours))
    })
  },
})
