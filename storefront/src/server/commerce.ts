import Medusa from "@medusajs/js-sdk"
import type { AppLocale } from "@/i18n/routing"
import { apiUrl, callerHeaders } from "./api"
import { shopConfig } from "./shop"
import { cartId, customerToken, keepCart } from "./session"

/** Medusa's store API for one request: its key, the shopper's address and, when signed in, the shopper's token. */
async function store() {
  const { publishableKey } = await shopConfig()
  const sdk = new Medusa({ baseUrl: apiUrl(), publishableKey, auth: { type: "jwt", jwtTokenStorageMethod: "nostore" } })
  const token = await customerToken()
  const headers = { ...(await callerHeaders()), ...(token ? { authorization: `Bearer ${token}` } : {}) }
  return { ...sdk.store, headers }
}

export async function addLine(variantId: string, quantity: number): Promise<void> {
  const kept = await cartId()
  if (kept) {
    try {
      return await putLine(kept, variantId, quantity)
    } catch (error) {
      // The basket was ordered in another tab or has expired: begin a new one.
      if (statusOf(error) !== 404 && !isCompleted(error)) throw error
    }
  }
  return putLine(await newCart(), variantId, quantity)
}

async function putLine(id: string, variantId: string, quantity: number): Promise<void> {
  const { cart, headers } = await store()
  await cart.createLineItem(id, { variant_id: variantId, quantity }, { fields: "id" }, headers)
}

async function newCart(): Promise<string> {
  const { cart, headers } = await store()
  const { regionId } = await shopConfig()
  const created = await cart.create({ region_id: regionId }, { fields: "id" }, headers)
  await keepCart(created.cart.id)
  return created.cart.id
}

export async function setLineQuantity(id: string, lineId: string, quantity: number): Promise<void> {
  const { cart, headers } = await store()
  if (quantity === 0) await cart.deleteLineItem(id, lineId, {}, headers)
  else await cart.updateLineItem(id, lineId, { quantity }, { fields: "id" }, headers)
}

export interface ShippingAddress {
  first_name: string
  last_name: string
  address_1: string
  address_2: string
  postal_code: string
  city: string
  country_code: string
  phone: string
}

/** In the language of the pages, in which the mails about the order will be. */
export async function setContact(
  id: string,
  given: { email: string; locale: AppLocale },
  address: ShippingAddress,
): Promise<void> {
  const { cart, headers } = await store()
  await cart.update(id, { ...given, shipping_address: address, billing_address: address }, { fields: "id" }, headers)
  if (headers.authorization) await cart.transferCart(id, { fields: "id" }, headers)
}

const CONTACT_FIELDS = "id,email,completed_at,*shipping_address"

export async function contactOf(id: string): Promise<{ email: string; address: Partial<ShippingAddress> }> {
  const { cart, headers } = await store()
  const found = await cart.retrieve(id, { fields: CONTACT_FIELDS }, headers)
  const address = found.cart.shipping_address
  return {
    email: found.cart.email ?? "",
    address: {
      first_name: address?.first_name ?? "",
      last_name: address?.last_name ?? "",
      address_1: address?.address_1 ?? "",
      address_2: address?.address_2 ?? "",
      postal_code: address?.postal_code ?? "",
      city: address?.city ?? "",
      phone: address?.phone ?? "",
    },
  }
}

export function statusOf(error: unknown): number | undefined {
  return typeof error === "object" && error !== null && "status" in error && typeof error.status === "number"
    ? error.status
    : undefined
}

export function isOutOfStock(error: unknown): boolean {
  return error instanceof Error && /inventory|stock/i.test(error.message)
}

function isCompleted(error: unknown): boolean {
  return error instanceof Error && /completed/i.test(error.message)
}
