import type { IResolvers } from "@graphql-tools/utils"
import DataLoader from "dataloader"
import { type GraphqlContext, pageRequest } from "@gondola/kit"
import type { Owner } from "../api-keys/manage-keys"
import { actorOf } from "../trail/actor-of"
import { type LoggedDelivery, readAttempts, readLog, resendDelivery } from "../webhooks/delivery-log"
import {
  changeEndpoint,
  createEndpoint,
  listEndpoints,
  ownEndpoint,
  removeEndpoint,
  rotateSecret,
  tryEndpoint,
} from "../webhooks/endpoints"
import { EVENT_TYPES } from "../webhooks/event-types"
import type { AttemptRow, DeliveryRow, EndpointRow } from "../webhooks/rows"
import { callerSeller } from "./callers"

interface LogArgs {
  readonly page?: number | null
  readonly pageSize?: number | null
  readonly endpointId?: string | null
  readonly state?: string | null
}

interface ChangeArgs {
  readonly id: string
  readonly url?: string | null
  readonly events?: string[] | null
  readonly active?: boolean | null
}

export const webhookResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    webhookEndpoints: async (_source, _args, context) =>
      (await listEndpoints(context.scope, (await callerSeller(context)).id)).map((row) => endpointView(row, context)),
    webhookEventTypes: () => EVENT_TYPES,
    async webhookDeliveries(_source, args: LogArgs, context) {
      const { page, pageSize, skip, take } = pageRequest(args)
      const seller = await callerSeller(context)
      if (args.endpointId) await ownEndpoint(context.scope, seller.id, args.endpointId)
      const state = (args.state?.toLowerCase() ?? null) as DeliveryRow["state"] | null
      const filter = { sellerId: seller.id, endpointId: args.endpointId, state }
      const { rows, total } = await readLog(context.scope, filter, { skip, take })
      return { items: rows.map(deliveryView), total, page, pageSize }
    },
  },

  Mutation: {
    async createWebhookEndpoint(_source, draft: { url: string; events: string[] }, context) {
      const { endpoint, secret } = await createEndpoint(context.scope, await owner(context), draft)
      return { endpoint: endpointView(endpoint, context), secret }
    },
    async changeWebhookEndpoint(_source, { id, url, events, active }: ChangeArgs, context) {
      const change = { id, url: url ?? undefined, events: events ?? undefined, active: active ?? undefined }
      return endpointView(await changeEndpoint(context.scope, await owner(context), change), context)
    },
    async rotateWebhookSecret(_source, { id }: { id: string }, context) {
      const own = await owner(context)
      const secret = await rotateSecret(context.scope, own, id)
      return { secret, endpoint: endpointView(await ownEndpoint(context.scope, own.sellerId, id), context) }
    },
    async removeWebhookEndpoint(_source, { id }: { id: string }, context) {
      await removeEndpoint(context.scope, await owner(context), id)
      return true
    },
    async tryWebhookEndpoint(_source, { id }: { id: string }, context) {
      await tryEndpoint(context.scope, (await owner(context)).sellerId, id)
      return true
    },
    resendWebhookDelivery: async (_source, { id }: { id: string }, context) =>
      deliveryView(await resendDelivery(context.scope, (await owner(context)).sellerId, id)),
  },

  WebhookDelivery: {
    attempts: async (delivery: { id: string }, _args, context) =>
      (await attemptLoader(context).load(delivery.id)).map((each) => ({ ...each, tookMs: each.took_ms })),
  },
}

/** An owner of the team, or a program: its scope was asked for by the field. */
const owner = async (context: GraphqlContext): Promise<Owner> => ({
  sellerId: (await callerSeller(context, context.signedIn?.key ? undefined : "team")).id,
  actor: actorOf(context),
})

const attemptLoader = (context: GraphqlContext): DataLoader<string, AttemptRow[]> =>
  context.once(
    "marketplace:webhook-attempts",
    () =>
      new DataLoader(async (ids: readonly string[]) => {
        const rows = await readAttempts(context.scope, ids)
        return ids.map((id) => rows.filter((row) => row.delivery_id === id))
      }),
  )

const endpointView = (row: EndpointRow, { clock }: GraphqlContext) => ({
  id: row.id,
  url: row.url,
  events: row.events,
  state: row.state.toUpperCase(),
  disabledReason: row.disabled_reason,
  failures: row.failures,
  bothSignUntil: row.previous_until && row.previous_until > clock.now() ? row.previous_until : null,
  createdAt: row.created_at,
})

const deliveryView = (row: LoggedDelivery) => ({
  id: row.id,
  eventId: row.event_id,
  endpointId: row.endpoint_id,
  url: row.url,
  type: row.type,
  occurredAt: row.occurred_at,
  state: row.state.toUpperCase(),
  nextAttemptAt: row.state === "waiting" ? row.next_attempt_at : null,
  data: JSON.stringify(row.data),
})
