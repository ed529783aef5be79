import { Webhook } from "standardwebhooks"

export interface WebhookMessage {
  readonly id: string
  readonly type: string
  readonly occurredAt: Date
  readonly data: unknown
}

export interface SignedRequest {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * The request as Standard Webhooks has it. The id stays the same however often it is sent; the time is that of this try.
 * @param secrets the present one first; while one is exchanged both sign
 */
export function signedRequest(message: WebhookMessage, secrets: readonly string[], now: Date): SignedRequest {
  const body = JSON.stringify({
    id: message.id,
    type: message.type,
    timestamp: message.occurredAt.toISOString(),
    data: message.data,
  })
  return {
    body,
    headers: {
      "content-type": "application/json",
      "user-agent": "Gondola-Webhooks/1",
      "webhook-id": message.id,
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(message.id, now, body)).join(" "),
    },
  }
}
