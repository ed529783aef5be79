import type { Micros } from "@gondola/kit"
import { AuctionTokens, chargeKey, CLICK_TTL_MS, type ServedAuction, slotOf } from "./token"

const NOW = Date.UTC(2026, 10, 22, 9)
const auction: ServedAuction = {
  auctionId: "adauc_1",
  issuedAt: NOW,
  pageHash: "p",
  sessionHash: null,
  slots: [0, 5].map((slot) => ({
    slot,
    adId: `ad_${slot}`,
    campaignId: "camp",
    advertiserId: "adv",
    targetId: "tgt",
    productId: "prod",
    price: (137_000 + slot) as Micros,
  })),
}
const tokens = new AuctionTokens("the present secret of this shop")
const refused = (token: string, by = tokens, now = NOW) => {
  try {
    by.open(token, now, CLICK_TTL_MS)
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe("auction token", () => {
  it("comes back as it went and shows nothing on the way", () => {
    const token = tokens.issue(auction)
    expect(tokens.open(token, NOW + CLICK_TTL_MS, CLICK_TTL_MS)).toEqual(auction)
    expect(Buffer.from(token.split(".")[2]!, "base64url").toString("latin1")).not.toContain("137000")
    expect(token.length).toBeLessThan(700)
  })

  it("refuses every flipped bit and every changed letter", () => {
    const token = tokens.issue(auction)
    for (let at = 0; at < token.length; at++) {
      for (let bit = 0; bit < 7; bit++) {
        const flipped =
          token.slice(0, at) + String.fromCharCode(token.charCodeAt(at) ^ (1 << bit)) + token.slice(at + 1)
        expect(refused(flipped)).toBe("AD_TOKEN_INVALID")
      }
    }
  })

  it("refuses another shop's key, an unknown key id, swapped halves, and nonsense", () => {
    const token = tokens.issue(auction)
    const other = new AuctionTokens("the secret of another shop").issue(auction)
    const halves = token.split(".")
    for (const bad of [
      other,
      [halves[0], other.split(".")[1], halves[2], halves[3]].join("."),
      [halves[0], halves[1], tokens.issue(auction).split(".")[2], halves[3]].join("."),
      `${token}.x`,
      `${token}=`,
      "",
      "v1...",
      "v2" + token.slice(2),
    ])
      expect(refused(bad)).toBe("AD_TOKEN_INVALID")
  })

  it("expires, and does not come from the future", () => {
    const token = tokens.issue(auction)
    expect(refused(token, tokens, NOW + CLICK_TTL_MS + 1)).toBe("AD_TOKEN_EXPIRED")
    expect(refused(token, tokens, NOW - 120_000)).toBe("AD_TOKEN_EXPIRED")
  })

  it("keeps the tokens of the key before while the key is changed", () => {
    const token = tokens.issue(auction)
    const changed = new AuctionTokens("the next secret of this shop", "the present secret of this shop")
    expect(refused(token, changed)).toBeNull()
    expect(refused(token, new AuctionTokens("the next secret of this shop"))).toBe("AD_TOKEN_INVALID")
  })

  it("knows only the slots that were served, each with a charge key of its own", () => {
    expect(slotOf(auction, 5).adId).toBe("ad_5")
    expect(() => slotOf(auction, 1)).toThrow("not served")
    expect(chargeKey("a", 1, "b")).toBe(chargeKey("a", 1, "b"))
    expect(
      new Set([chargeKey("a", 1, "b"), chargeKey("a", 2, "b"), chargeKey("a", 1, "c"), chargeKey("b", 1, "b")]).size,
    ).toBe(4)
  })
})
