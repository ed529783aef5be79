import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, clockOf, conflict, notFound } from "@gondola/kit"
import type { Owner } from "../api-keys/manage-keys"
import { knexOf } from "../modules/marketplace/resolve"
import { recordAct } from "../trail/record-act"
import { emitPing } from "./emit"
import { endpointProblem } from "./endpoint-url"
import { isEventType } from "./event-types"
import { hasRelaxedWebhooks } from "./relaxed"
import type { EndpointRow } from "./rows"
import { boxKeyOf, newSecret, sealSecret } from "./secret"

const MOST_ENDPOINTS = 10
/** While a secret is exchanged both sign. */
export const BOTH_SIGN_MS = 24 * 3_600_000

export interface EndpointDraft {
  readonly url: string
  readonly events: readonly string[]
}

/** @throws BAD_INPUT */
function checked(container: MedusaContainer, { url, events }: EndpointDraft): EndpointDraft {
  const problem = endpointProblem(url.trim(), hasRelaxedWebhooks(container))
  if (problem) throw badInput(problem)
  if (events.length === 0 || !events.every(isEventType)) throw badInput("Choose at least one event of the list")
  return { url: url.trim(), events: [...new Set(events)] }
}

export const listEndpoints = (container: MedusaContainer, sellerId: string): Promise<EndpointRow[]> =>
  knexOf(container)("marketplace_webhook_endpoint")
    .where({ seller_id: sellerId })
    .whereNot({ state: "removed" })
    .orderBy("created_at", "desc") as unknown as Promise<EndpointRow[]>

/** @throws NOT_FOUND also for another seller's */
export async function ownEndpoint(container: MedusaContainer, sellerId: string, id: string): Promise<EndpointRow> {
  const row = (await knexOf(container)("marketplace_webhook_endpoint")
    .where({ id, seller_id: sellerId })
    .whereNot({ state: "removed" })
    .first()) as EndpointRow | undefined
  if (!row) throw notFound("This endpoint")
  return row
}

/** @throws BAD_INPUT | CONFLICT. @returns the secret, which is shown this once */
export async function createEndpoint(
  container: MedusaContainer,
  { sellerId, actor }: Owner,
  draft: EndpointDraft,
): Promise<{ endpoint: EndpointRow; secret: string }> {
  const { url, events } = checked(container, draft)
  const secret = newSecret()
  const endpoint = await knexOf(container).transaction(async (trx) => {
    await trx("marketplace_seller").where({ id: sellerId }).forUpdate().first("id")
    const held = await trx("marketplace_webhook_endpoint").where({ seller_id: sellerId }).whereNot({ state: "removed" })
    if (held.length >= MOST_ENDPOINTS)
      throw conflict(`A seller has ${MOST_ENDPOINTS} endpoints at most: remove one first`)
    const [row] = (await trx("marketplace_webhook_endpoint")
      .insert({
        id: generateEntityId(undefined, "whep"),
        seller_id: sellerId,
        url,
        events,
        secret: sealSecret(secret, boxKeyOf(container)),
        state: "active",
        created_by: actor.id,
        created_at: clockOf(container).now(),
      })
      .returning("*")) as EndpointRow[]
    const subject = { type: "webhook_endpoint", id: row!.id }
    const host = new URL(url).host
    await recordAct(container, { actor, action: "webhook.create", subject, sellerId, details: { host, events } }, trx)
    return row!
  })
  return { endpoint, secret }
}

export interface EndpointChange extends Partial<EndpointDraft> {
  /** True also forgets the failures. */
  readonly active?: boolean
}

/** @throws NOT_FOUND | BAD_INPUT */
export async function changeEndpoint(
  container: MedusaContainer,
  owner: Owner,
  { id, ...change }: EndpointChange & { readonly id: string },
): Promise<EndpointRow> {
  const before = await ownEndpoint(container, owner.sellerId, id)
  const { url, events } = checked(container, { url: change.url ?? before.url, events: change.events ?? before.events })
  const state = change.active === undefined ? before.state : change.active ? "active" : "disabled"
  return write(container, owner, before, {
    action: "webhook.change",
    fields: { url, events, state, ...(change.active ? { failures: 0, disabled_reason: null } : {}) },
    details: { host: new URL(url).host, events, state },
  })
}

/** @throws NOT_FOUND. @returns the new secret; the former signs for a day beside it */
export async function rotateSecret(container: MedusaContainer, owner: Owner, id: string): Promise<string> {
  const before = await ownEndpoint(container, owner.sellerId, id)
  const secret = newSecret()
  const until = new Date(clockOf(container).now().getTime() + BOTH_SIGN_MS)
  await write(container, owner, before, {
    action: "webhook.rotate-secret",
    fields: { secret: sealSecret(secret, boxKeyOf(container)), previous_secret: before.secret, previous_until: until },
    details: { bothSignUntil: until },
  })
  return secret
}

/** @throws NOT_FOUND */
export async function removeEndpoint(container: MedusaContainer, owner: Owner, id: string): Promise<void> {
  const before = await ownEndpoint(container, owner.sellerId, id)
  await write(container, owner, before, { action: "webhook.remove", fields: { state: "removed" }, details: {} })
}

/** @throws NOT_FOUND | CONFLICT while it is switched off */
export async function tryEndpoint(container: MedusaContainer, sellerId: string, id: string): Promise<void> {
  const endpoint = await ownEndpoint(container, sellerId, id)
  if (endpoint.state !== "active") throw conflict("Switch the endpoint on first")
  await emitPing(knexOf(container), { id, sellerId }, clockOf(container).now())
}

async function write(
  container: MedusaContainer,
  { sellerId, actor }: Owner,
  { id }: EndpointRow,
  change: { action: string; fields: object; details: Readonly<Record<string, unknown>> },
): Promise<EndpointRow> {
  return knexOf(container).transaction(async (trx) => {
    const [row] = (await trx("marketplace_webhook_endpoint")
      .where({ id })
      .update(change.fields)
      .returning("*")) as EndpointRow[]
    const subject = { type: "webhook_endpoint", id }
    await recordAct(container, { actor, action: change.action, subject, sellerId, details: change.details }, trx)
    return row!
  })
}
