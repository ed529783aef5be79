import { z } from "zod"
import { MAX_PAGE_SIZE } from "@gondola/kit"

/** What the API takes and gives. Amounts are whole minor units (1234 EUR is 12.34 €), instants ISO 8601 in UTC. */
export const money = z.object({ amount: z.int(), currency: z.string().length(3) }).meta({ id: "Money" })

/** Accepts a Date of our own rows, shows the text that JSON carries. */
export const instant = z.union([z.date().transform((date) => date.toISOString()), z.iso.datetime()])

export const paging = z.object({
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(25),
})

export const pageOf = (item: z.ZodType) =>
  z.object({ items: z.array(item), total: z.int(), page: z.int(), pageSize: z.int() })

export const condition = z.enum(["NEW", "REFURBISHED", "USED_LIKE_NEW", "USED_GOOD"])
export const offerState = z.enum(["DRAFT", "PENDING", "ACTIVE", "PAUSED", "CLOSED"])

export const offer = z
  .object({
    offer: z.object({
      id: z.string(),
      condition,
      state: offerState,
      price: money,
      priorPrice: money.nullable().optional(),
      deliveryPrice: money,
      leadTimeDays: z.int(),
      inStock: z.int(),
    }),
    sku: z.string(),
    gtin: z.string().nullable(),
    productTitle: z.string(),
    productHandle: z.string(),
    winsBuyBox: z.boolean(),
  })
  .meta({ id: "Offer" })

export const offerDraft = z
  .strictObject({
    sku: z.string().min(1).max(64).describe("Your own number: an offer with it is changed, else one is made"),
    gtin: z.string().max(20).optional(),
    condition: condition.optional(),
    price: z.int().optional().describe("Minor units, VAT included"),
    currency: z.string().length(3).optional(),
    stock: z.int().optional(),
    leadTimeDays: z.int().optional(),
    state: z.enum(["DRAFT", "ACTIVE", "PAUSED", "CLOSED"]).optional(),
  })
  .meta({ id: "OfferDraft" })

export const offerResult = z
  .object({
    sku: z.string(),
    ok: z.boolean(),
    offerId: z.string().optional(),
    change: z.string().optional(),
    code: z.string().optional(),
    message: z.string().optional(),
  })
  .meta({ id: "OfferResult" })

const line = z.object({
  id: z.string(),
  title: z.string(),
  variantTitle: z.string().nullable().optional(),
  sku: z.string().nullable().optional(),
  quantity: z.int(),
  shipped: z.int(),
  returned: z.int(),
  unitPrice: money,
  total: money,
})

const parcel = z.object({
  id: z.string(),
  carrier: z.string(),
  trackingNumber: z.string(),
  shippedAt: instant.nullable(),
  deliveredAt: instant.nullable().optional(),
  lines: z.array(z.object({ lineId: z.string(), title: z.string(), quantity: z.int() })),
})

export const order = z
  .object({
    id: z.string(),
    orderNumber: z.int(),
    placedAt: instant,
    state: z.string(),
    customerName: z.string(),
    shippingAddress: z.string().describe("Only while there is something to ship"),
    deliveryName: z.string(),
    deliveryPrice: money,
    itemsTotal: money,
    promisedBy: instant,
    commissionTotal: money,
    netTotal: money,
    lines: z.array(line),
    parcels: z.array(parcel),
  })
  .meta({ id: "Order" })

export const parcelDraft = z
  .strictObject({
    carrier: z.string().min(1).max(80),
    trackingNumber: z.string().min(1).max(80),
    lines: z
      .array(z.strictObject({ lineId: z.string(), quantity: z.int().min(1) }))
      .min(1)
      .max(200),
  })
  .meta({ id: "ParcelDraft" })

export const statement = z
  .object({
    month: z.string(),
    opening: money,
    closing: money,
    totals: z.array(z.object({ kind: z.string(), amount: money })),
    entries: z.array(
      z.object({
        id: z.string(),
        at: instant,
        kind: z.string(),
        orderNumber: z.int().nullable(),
        description: z.string(),
        amount: money,
      }),
    ),
    entryTotal: z.int(),
    page: z.int(),
    pageSize: z.int(),
  })
  .meta({ id: "Statement" })
