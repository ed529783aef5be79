import { cents } from "@gondola/kit"
import { chainFaults, chainOf, type InvoiceBody, seriesNames } from "@gondola/ledger"
import { acceptSellerOrder } from "../orders/accept-order"
import { orderAccessToken } from "../orders/access-token"
import { knexOf } from "../modules/marketplace/resolve"
import { type SellerOrderHead, sellerOrderHead } from "../orders/seller-order-head"
import { settleRefund } from "../orders/settle-refund"
import { shipParcel } from "../orders/ship-parcel"
import type { SoldOrder } from "../orders/sold-order"
import { refuseLines } from "../redress/let-go"
import type { OrderDesk } from "../testing/order-desk"
import { issueDueSaleDocuments } from "./issue-due"
import { issueSaleDocuments } from "./issue-sale-documents"
import { listSaleDocuments, type SaleDocument, saleDocumentsOf } from "./list-sale-documents"
import { saleDocumentAudit } from "./sale-document-checks"

const FILE = `query ($token: String!, $id: ID!, $format: SaleDocumentFormat, $locale: Locale) {
  shopperSaleDocument(accessToken: $token, id: $id, format: $format, locale: $locale) { name mime data } }`
const ORDER = `query ($token: String!) { shopperOrder(accessToken: $token) { groups { trader { name } documents {
  id number kind corrects traderName issuerName gross { amount currency } vat { amount } } } } }`
const MINE = `query ($search: String) { sellerSaleDocuments(filter: { search: $search }) { total items {
  number orderNumber customerName } } }`

/** What traders bill their shoppers, from the parcel to the last credit note. */
export function saleDocumentScenarios(desk: OrderDesk): void {
  const knex = () => knexOf(desk.container())
  const headOf = (order: SoldOrder, sellerId: string | null): Promise<SellerOrderHead> =>
    sellerOrderHead(desk.container(), sellerId, { orderId: order.id })
  const ship = async (order: SoldOrder, sellerId: string | null, quantity?: number): Promise<SellerOrderHead> => {
    const head = await headOf(order, sellerId)
    const { accepted_at } = (await knex()("marketplace_seller_order").where("id", head.id).first()) as {
      accepted_at: Date | null
    }
    const by = { role: "SELLER" as const, id: "anna" }
    if (!accepted_at) await acceptSellerOrder(desk.container(), head, by)
    const line = order.lines.find((each) => each.sellerId === sellerId)!
    const lines = quantity === undefined ? null : [{ lineId: line.lineId, quantity }]
    await shipParcel(desk.container(), head, { carrier: "Colissimo", trackingNumber: "6A1", lines }, by)
    return head
  }
  const documentsOf = async (head: SellerOrderHead): Promise<SaleDocument[]> => saleDocumentsOf(knex(), [head.id])
  const body = ({ document }: SaleDocument): InvoiceBody => document.content.body as InvoiceBody
  const findings = async () => (await saleDocumentAudit.run(desk.container())).findings
  const seller = (id: string, over: object) => knex()("marketplace_seller").where("id", id).update(over)

  it("bills each parcel in the name of who sold it, credits what comes back, and shows it to those it concerns", async () => {
    const { sellerA, sellerB, emailA, emailB } = desk.shop
    await seller(sellerA, { vat_number: "FR55802954785" })
    const order = await desk.place()
    const token = orderAccessToken(desk.container(), order.id)
    const house = await ship(order, null)
    const a = await ship(order, sellerA, 2)
    const b = await ship(order, sellerB)

    const [own] = await documentsOf(house)
    expect(own!.document.number).toMatch(/^FV-\d{4}-000001$/)
    expect(own!.document.content.issuer).toMatchObject({ legalName: "Maison Gondole SAS", vatNumber: "FR40303265045" })
    expect(body(own!).sale).toMatchObject({ mandate: null, soldBy: null })
    const [mugs] = await documentsOf(a)
    expect(mugs!.document.number).toMatch(/^FV-\d+-\d{4}-000001$/)
    expect(mugs!.document.content.issuer.legalName).toBe("Tasses & Cie SARL")
    expect(mugs!.document.content.recipient).toMatchObject({ legalName: "Camille Durand", email: null, city: "Lyon" })
    // Two mugs at 12 € and the delivery at 4.90 €, VAT within.
    expect(body(mugs!)).toMatchObject({ gross: 2890, vatTotal: 482, net: 2408 })
    expect(body(mugs!).sale?.mandate).toMatchObject({ by: "Maison Gondole SAS" })
    // B has no VAT number.
    expect(body((await documentsOf(b))[0]!)).toMatchObject({
      gross: 12900,
      vat: [{ category: "E", rateBps: 0, vat: 0, reason: "small_business" }],
    })
    const told = await desk.letters("parcel.shipped")
    expect(told.map(({ letter }) => letter.fr.paragraphs.at(-1))).toEqual(
      expect.arrayContaining([expect.stringContaining(`Votre facture ${mugs!.document.number} : http`)]),
    )
    expect(await findings()).toEqual([])

    // The third mug never leaves: nothing was billed for it.
    const mug = order.lines.find((line) => line.sellerId === sellerA)!
    await refuseLines(
      desk.container(),
      a,
      { role: "SELLER", id: "anna" },
      {
        key: "third-mug",
        reason: "DAMAGED",
        note: "",
        lines: [{ lineId: mug.lineId, quantity: 1 }],
      },
    )
    expect(await documentsOf(a)).toHaveLength(1)
    // One comes back, then a gesture beside it.
    const refund = async (key: string, amount: number, quantity: number) =>
      settleRefund(desk.container(), {
        key,
        orderId: order.id,
        occurredAt: new Date(),
        shares: [{ sellerId: sellerA, lineId: mug.lineId, quantity, refund: cents(amount), label: "Tasse" }],
      })
    await Promise.all([refund("back", 1200, 1), refund("back", 1200, 1)])
    await refund("gesture", 100, 0)
    const all = await documentsOf(a)
    expect(all.map((each) => [each.document.kind, body(each).gross, body(each).lines[0]!.count])).toEqual([
      ["sale_invoice", 2890, 2],
      ["sale_credit_note", -1200, 1],
      ["sale_credit_note", -100, 0],
    ])
    expect(body(all[1]!).corrects).toMatchObject({ number: mugs!.document.number })
    expect(await findings()).toEqual([])

    // The shopper by its token, the seller its own, the operator any; nobody another's.
    const { shopperOrder } = (await desk.graphql(ORDER, { token })).data as {
      shopperOrder: { groups: { documents: { number: string; issuerName: string }[] }[] }
    }
    expect(shopperOrder.groups.flatMap((group) => group.documents)).toHaveLength(5)
    const other = await desk.place({ quantities: { shirt: 1, mug: 0, lamp: 0 } })
    const elsewhere = orderAccessToken(desk.container(), other.id)
    const { id } = mugs!.document
    expect(desk.code(await desk.graphql(FILE, { token: elsewhere, id }))).toBe("NOT_FOUND")
    expect(desk.code(await desk.graphql(FILE, { token: "x.y", id }))).toBe("NOT_FOUND")
    const mine = async (email: string, search?: string) =>
      (
        (await desk.graphql(MINE, { search }, await desk.sellerToken(email))).data as {
          sellerSaleDocuments: { total: number }
        }
      ).sellerSaleDocuments.total
    expect([
      await mine(emailA),
      await mine(emailB),
      await mine(emailA, `#${order.number}`),
      await mine(emailA, "personne"),
    ]).toEqual([3, 1, 3, 0])
    const download = async (email: string, format = "pdf") =>
      desk.refused(
        desk.api.get(`/portal/sale-documents/${id}?format=${format}`, {
          headers: { authorization: `Bearer ${await desk.sellerToken(email)}` },
        }),
      )
    expect([
      (await download(emailA)).status,
      (await download(emailB)).status,
      (await download(emailA, "csv")).status,
    ]).toEqual([200, 404, 400])
    const operator = { headers: { authorization: `Bearer ${desk.tokenFor("user", "user_1")}` } }
    expect((await desk.api.get(`/portal/sale-documents/${id}?format=xml`, operator)).status).toBe(200)

    // Made at the first download, kept for ever, with its data inside.
    const file = async (locale: string) =>
      (
        (await desk.graphql(FILE, { token, id, locale })).data as {
          shopperSaleDocument: { name: string; data: string }
        }
      ).shopperSaleDocument
    const [first, again] = [await file("en"), await file("en")]
    expect(first).toEqual(again)
    expect(first.name).toBe(`${mugs!.document.number}.pdf`)
    expect(Buffer.from(first.data, "base64").includes("factur-x.xml")).toBe(true)
  })

  it("numbers each issuer without gaps, in a crowd and after a death, and issues nothing twice", async () => {
    const { sellerA } = desk.shop
    const orders: SoldOrder[] = []
    for (let n = 0; n < 4; n += 1) orders.push(await desk.place({ quantities: { shirt: 1, mug: 1, lamp: 0 } }))
    await Promise.all(orders.flatMap((order) => [ship(order, sellerA), ship(order, null)]))
    const { items } = await listSaleDocuments(knex(), {}, { skip: 0, take: 100 })
    const numbers = items.map((each) => each.document.number).sort()
    expect(numbers.filter((number) => /^FV-\d{4}-/.test(number)).map((number) => number.slice(-6))).toEqual([
      "000001",
      "000002",
      "000003",
      "000004",
    ])
    expect(numbers.filter((number) => /^FV-\d+-\d{4}-/.test(number)).map((number) => number.slice(-6))).toEqual([
      "000001",
      "000002",
      "000003",
      "000004",
    ])

    // A process that dies with the number taken gives it back; asked again there is nothing left to issue.
    const [order] = orders
    const head = await headOf(order!, sellerA)
    const line = order!.lines.find((each) => each.sellerId === sellerA)!
    const dying = knex().transaction(async (trx) => {
      await trx("marketplace_refund_share").insert({
        id: "refshare_x",
        key: "x",
        order_id: order!.id,
        seller_id: sellerA,
        line_id: line.lineId,
        quantity: 1,
        amount: 1200,
        commission_back: 0,
        commission_vat_back: 0,
        sale_vat_back: 0,
        label: "Tasse",
        occurred_at: new Date(),
      })
      expect((await issueSaleDocuments(trx, head.id, new Date())).issued.map((each) => each.kind)).toEqual([
        "sale_credit_note",
      ])
      throw new Error("killed")
    })
    await expect(dying).rejects.toThrow("killed")
    expect(await issueDueSaleDocuments(desk.container())).toBe(0)
    await settleRefund(desk.container(), {
      key: "back",
      orderId: order!.id,
      occurredAt: new Date(),
      shares: [{ sellerId: sellerA, lineId: line.lineId, quantity: 1, refund: cents(1200), label: "Tasse" }],
    })
    // The number that the dead process had taken.
    expect((await documentsOf(head))[1]!.document.number).toMatch(/^AC-\d+-\d{4}-000001$/)
    for (const series of await seriesNames(knex())) expect(chainFaults(await chainOf(knex(), series))).toEqual([])
    expect(await findings()).toEqual([])
  })

  it("waits for a seller's mandate, holds up no parcel, and says so", async () => {
    const { sellerA } = desk.shop
    const [{ terms_accepted_at: since }] = (await knex()("marketplace_seller").where("id", sellerA)) as [
      { terms_accepted_at: Date },
    ]
    const order = await desk.place({ quantities: { shirt: 0, mug: 2, lamp: 0 } })
    await seller(sellerA, { terms_accepted_at: null })
    const head = await ship(order, sellerA)
    expect(await desk.stateOf(head.id)).toBe("SHIPPED")
    expect(await documentsOf(head)).toEqual([])
    expect(await issueDueSaleDocuments(desk.container())).toBe(0)
    expect(await findings()).toMatchObject([{ detail: expect.stringContaining("1 parcels left, 0 have an invoice") }])
    await seller(sellerA, { terms_accepted_at: since })
    expect([await issueDueSaleDocuments(desk.container()), await issueDueSaleDocuments(desk.container())]).toEqual([
      1, 0,
    ])
    expect(await findings()).toEqual([])

    // A fault in the making does not hold up the parcel and is made good.
    const broken = await desk.place({ quantities: { shirt: 0, mug: 1, lamp: 0 } })
    await knex().raw("alter table marketplace_invoice_issuer rename to away")
    const cut = await ship(broken, sellerA)
    await knex().raw("alter table away rename to marketplace_invoice_issuer")
    expect([await desk.stateOf(cut.id), await documentsOf(cut)]).toEqual(["SHIPPED", []])
    expect([await issueDueSaleDocuments(desk.container()), await issueDueSaleDocuments(desk.container())]).toEqual([
      1, 0,
    ])
    expect(await findings()).toEqual([])

    // The proof can fail: a cent more paid than invoiced is seen.
    await knex()("marketplace_seller_order").where("id", head.id).increment("items_total", 1)
    expect(await findings()).toMatchObject([{ detail: expect.stringContaining("everything left, invoiced") }])
    await knex()("marketplace_seller_order").where("id", head.id).decrement("items_total", 1)
    await expect(knex()("marketplace_sale_document_line").update({ gross: 0 })).rejects.toThrow()
  })

  it("lets the house invoice as deemed supplier, and says who imports", async () => {
    const { sellerA } = desk.shop
    const abroad = async (country: string, stock: string) => {
      await seller(sellerA, { country_code: country, eu_responsible: "Contact SARL, Lyon" })
      await knex().raw(
        `update stock_location_address a set country_code = ? from stock_location l, marketplace_seller s
         where s.id = ? and l.id = s.stock_location_id and a.id = l.address_id`,
        [stock, sellerA],
      )
      const order = await desk.place({
        quantities: { shirt: 0, mug: stock === "jp" && country === "fr" ? 20 : 1, lamp: 0 },
      })
      const [document] = await documentsOf(await ship(order, sellerA))
      return document!
    }
    // Goods in the EU of a seller outside it, whatever their value; then an import up to 150 €.
    for (const stock of ["fr", "jp"]) {
      const deemed = await abroad("jp", stock)
      expect(deemed.document.number).toMatch(/^FV-\d{4}-/)
      expect(deemed.document.content.issuer.legalName).toBe("Maison Gondole SAS")
      expect(body(deemed)).toMatchObject({
        vat: [{ category: "S", rateBps: 2000 }],
        sale: { soldBy: "Tasses & Cie SARL", mandate: null },
      })
    }
    // Above it: the seller's own, outside French VAT.
    const imported = await abroad("fr", "jp")
    expect(imported.document.content.issuer.legalName).toBe("Tasses & Cie SARL")
    expect(body(imported)).toMatchObject({ vatTotal: 0, vat: [{ category: "O", reason: "import" }] })
    expect(await findings()).toEqual([])
  })
}
