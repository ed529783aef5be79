import { graphOperation } from "../graph-operation"
import type { Operation } from "../operation"

const ENDPOINT = "id url events state disabledReason failures bothSignUntil createdAt"
const DELIVERY = `id eventId endpointId url type occurredAt state nextAttemptAt data
  attempts { at status tookMs excerpt error }`

export const webhookOperations: readonly Operation[] = [
  graphOperation({
    id: "listEventTypes",
    method: "GET",
    path: "/webhook-events",
    scope: "webhooks:read",
    summary: "Every event that an endpoint can listen to",
    field: "Query.webhookEventTypes",
  }),
  graphOperation({
    id: "listWebhooks",
    method: "GET",
    path: "/webhooks",
    scope: "webhooks:read",
    summary: "Your endpoints",
    field: "Query.webhookEndpoints",
    select: ENDPOINT,
  }),
  graphOperation({
    id: "createWebhook",
    method: "POST",
    path: "/webhooks",
    scope: "webhooks:write",
    summary: "Adds an endpoint; its secret is shown this once",
    field: "Mutation.createWebhookEndpoint",
    select: `secret endpoint { ${ENDPOINT} }`,
  }),
  graphOperation({
    id: "changeWebhook",
    method: "PATCH",
    path: "/webhooks/:id",
    scope: "webhooks:write",
    summary: "Changes an endpoint, or switches it on or off",
    field: "Mutation.changeWebhookEndpoint",
    select: ENDPOINT,
  }),
  graphOperation({
    id: "rotateWebhookSecret",
    method: "POST",
    path: "/webhooks/:id/secret",
    scope: "webhooks:write",
    summary: "A new secret; the former one signs beside it for 24 hours",
    field: "Mutation.rotateWebhookSecret",
    select: `secret endpoint { ${ENDPOINT} }`,
  }),
  graphOperation({
    id: "tryWebhook",
    method: "POST",
    path: "/webhooks/:id/try",
    scope: "webhooks:write",
    summary: "Sends an event `ping`",
    field: "Mutation.tryWebhookEndpoint",
  }),
  graphOperation({
    id: "removeWebhook",
    method: "DELETE",
    path: "/webhooks/:id",
    scope: "webhooks:write",
    summary: "Removes an endpoint; its log stays",
    field: "Mutation.removeWebhookEndpoint",
  }),
  graphOperation({
    id: "listDeliveries",
    method: "GET",
    path: "/webhook-deliveries",
    scope: "webhooks:read",
    summary: "What was sent and how it was answered, the newest first",
    field: "Query.webhookDeliveries",
    select: `items { ${DELIVERY} } total page pageSize`,
  }),
  graphOperation({
    id: "resendDelivery",
    method: "POST",
    path: "/webhook-deliveries/:id/resend",
    scope: "webhooks:write",
    summary: "Sends it again with the same id",
    field: "Mutation.resendWebhookDelivery",
    select: DELIVERY,
  }),
]
