import { Webhook } from "standardwebhooks"
import { newSecret, openSecret, sealSecret } from "./secret"
import { signedRequest } from "./signed"

const message = { id: "whe_1", type: "order.placed", occurredAt: new Date(0), data: { orderId: "o" } }

describe("a signed webhook", () => {
  it("is verified by the common library with the present and, while it is exchanged, the former secret", () => {
    const [now, former, other] = [newSecret(), newSecret(), newSecret()]
    const { body, headers } = signedRequest(message, [now, former], new Date())
    for (const secret of [now, former]) expect(new Webhook(secret).verify(body, headers)).toMatchObject({ id: "whe_1" })
    expect(() => new Webhook(other).verify(body, headers)).toThrow(/signature/i)
    expect(() => new Webhook(now).verify(body.replace("order.placed", "order.paid"), headers)).toThrow(/signature/i)
    expect(() => new Webhook(now).verify(body, { ...headers, "webhook-id": "whe_2" })).toThrow(/signature/i)
  })

  it("is refused when it comes late", () => {
    const secret = newSecret()
    const { body, headers } = signedRequest(message, [secret], new Date(Date.now() - 10 * 60_000))
    expect(() => new Webhook(secret).verify(body, headers)).toThrow(/timestamp/i)
  })
})

describe("a kept secret", () => {
  it("comes back with its key only", () => {
    const secret = newSecret()
    const sealed = sealSecret(secret, "the key")
    expect(sealed).not.toContain(secret)
    expect(sealSecret(secret, "the key")).not.toBe(sealed)
    expect(openSecret(sealed, "the key")).toBe(secret)
    expect(() => openSecret(sealed, "another key")).toThrow()
  })
})
