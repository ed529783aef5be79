import type { ResultOf } from "../../../api/graphql"
import { graphql } from "../../../api/graphql"

export const KeysQuery = graphql(`
  query ApiKeys {
    apiKeys(pageSize: 100) {
      items {
        id
        name
        prefix
        scopes
        createdAt
        expiresAt
        lastUsedAt
        revokedAt
        valid
      }
    }
  }
`)

export const CreateKeyMutation = graphql(`
  mutation CreateApiKey($name: String!, $scopes: [String!]!, $expiresInDays: Int) {
    createApiKey(name: $name, scopes: $scopes, expiresInDays: $expiresInDays) {
      key
    }
  }
`)

export const RevokeKeyMutation = graphql(`
  mutation RevokeApiKey($id: ID!) {
    revokeApiKey(id: $id) {
      id
      valid
    }
  }
`)

export const EndpointsQuery = graphql(`
  query WebhookEndpoints {
    webhookEventTypes
    webhookEndpoints {
      id
      url
      events
      state
      disabledReason
      failures
      bothSignUntil
    }
  }
`)

export const CreateEndpointMutation = graphql(`
  mutation CreateWebhookEndpoint($url: String!, $events: [String!]!) {
    createWebhookEndpoint(url: $url, events: $events) {
      secret
    }
  }
`)

export const ChangeEndpointMutation = graphql(`
  mutation ChangeWebhookEndpoint($id: ID!, $url: String, $events: [String!], $active: Boolean) {
    changeWebhookEndpoint(id: $id, url: $url, events: $events, active: $active) {
      id
      state
    }
  }
`)

export const RotateSecretMutation = graphql(`
  mutation RotateWebhookSecret($id: ID!) {
    rotateWebhookSecret(id: $id) {
      secret
    }
  }
`)

export const RemoveEndpointMutation = graphql(`
  mutation RemoveWebhookEndpoint($id: ID!) {
    removeWebhookEndpoint(id: $id)
  }
`)

export const TryEndpointMutation = graphql(`
  mutation TryWebhookEndpoint($id: ID!) {
    tryWebhookEndpoint(id: $id)
  }
`)

export const DeliveriesQuery = graphql(`
  query WebhookDeliveries($page: Int, $state: WebhookDeliveryState) {
    webhookDeliveries(page: $page, state: $state) {
      total
      page
      pageSize
      items {
        id
        eventId
        url
        type
        occurredAt
        state
        nextAttemptAt
        data
        attempts {
          at
          status
          tookMs
          excerpt
          error
        }
      }
    }
  }
`)

export const ResendDeliveryMutation = graphql(`
  mutation ResendWebhookDelivery($id: ID!) {
    resendWebhookDelivery(id: $id) {
      id
      state
    }
  }
`)

export type ApiKey = ResultOf<typeof KeysQuery>["apiKeys"]["items"][number]
export type Endpoint = ResultOf<typeof EndpointsQuery>["webhookEndpoints"][number]
export type Delivery = ResultOf<typeof DeliveriesQuery>["webhookDeliveries"]["items"][number]

export const SCOPES = [
  "catalogue:read",
  "catalogue:write",
  "orders:read",
  "orders:write",
  "finance:read",
  "webhooks:read",
  "webhooks:write",
] as const
export const DELIVERY_STATES = ["WAITING", "SENDING", "DELIVERED", "DEAD"] as const
export const DELIVERY_COLORS = { WAITING: "orange", SENDING: "blue", DELIVERED: "green", DEAD: "red" } as const
