import { z } from "zod"

/** What one call takes of many offers at once. Amounts are whole minor units (1234 EUR is 12.34 €). */
const condition = z.enum(["NEW", "REFURBISHED", "USED_LIKE_NEW", "USED_GOOD"])

export const offerDraft = z.strictObject({
  sku: z.string().min(1).max(64).describe("Your own number: an offer with it is changed, else one is made"),
  gtin: z.string().max(20).optional(),
  condition: condition.optional(),
  price: z.int().optional().describe("Minor units, VAT included"),
  currency: z.string().length(3).optional(),
  stock: z.int().optional(),
  leadTimeDays: z.int().optional(),
  state: z.enum(["DRAFT", "ACTIVE", "PAUSED", "CLOSED"]).optional(),
})

export const offerResult = z.object({
  sku: z.string(),
  ok: z.boolean(),
  offerId: z.string().optional(),
  change: z.string().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
})
