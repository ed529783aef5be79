import { alignShelves } from "./align-shelves"
import { fillBasket } from "../testing/three-sellers"
import { DAY, type SellerDesk } from "../testing/seller-desk"

/** Changed terms and holidays, by the clock. */
export function termsScenarios(desk: SellerDesk): void {
  const { nobody, enter, lettersOf, purchasable, published, auditClean, time } = desk

  it("asks for changed terms fifteen days ahead and shuts on the day whoever did not accept", async () => {
    const words = (text: string) => ({ fr: text, en: text })
    const publish = `mutation ($input: TermsInput!) { publishTerms(input: $input) { version inForce accepted asked } }`
    const input = (at: number) => ({
      input: { body: words("Conditions"), summary: words("Délais"), effectiveAt: new Date(at).toISOString() },
    })
    expect(await desk.operator.code(publish, input(+time.now + 14 * DAY))).toBe("NOTICE_PERIOD")
    const day = +time.now + 15 * DAY
    expect((await desk.operator(publish, input(day))).publishTerms).toEqual([
      { version: 1, inForce: false, accepted: 0, asked: 2 },
    ])
    expect((await lettersOf("terms.changed")).map(({ email }) => email).sort()).toEqual([
      desk.shop.emailA,
      desk.shop.emailB,
    ])
    const anna = await enter(desk.shop.emailA, "SELLER")
    await anna(`mutation { acceptSellerTerms(version: 1) }`)
    await anna(`mutation { acceptSellerTerms(version: 1) }`)
    expect(await anna.code(`mutation { acceptSellerTerms(version: 7) }`)).toBe("NOT_FOUND")
    time.now = new Date(day - 1000)
    expect([await purchasable(), await purchasable(desk.shop.variants.lamp)]).toEqual([true, true])
    time.now = new Date(day)
    expect([await purchasable(), await purchasable(desk.shop.variants.lamp)]).toEqual([true, false])
    expect(await alignShelves(desk.container)).toEqual([desk.shop.sellerB])
    expect(await alignShelves(desk.container)).toEqual([])
    await auditClean()
    const bruno = await enter(desk.shop.emailB, "SELLER")
    expect((await bruno(`{ sellerAccount { missing } }`)).sellerAccount.missing).toEqual(["terms"])
    await bruno(`mutation { acceptSellerTerms(version: 1) }`)
    expect(await purchasable(desk.shop.variants.lamp)).toBe(true)
    expect(await published(desk.shop.variants.lamp)).toBe(true)
    const [consent] = (
      await desk.operator(`{ sellerDossier(id: "${desk.shop.sellerB}") { consents { version by at } } }`)
    ).sellerDossier.consents
    expect(consent).toEqual({ version: 1, by: "Lampes du Nord SARL", at: time.now.toISOString() })
  })

  it("shuts for a holiday inside the interval only", async () => {
    const anna = await enter(desk.shop.emailA, "SELLER")
    const add = `mutation ($from: String!, $lastDay: String!) { addSellerHoliday(from: $from, lastDay: $lastDay) { id from until now } }`
    expect(await anna.code(add, { from: "2026-08-15", lastDay: "2026-08-01" })).toBe("BAD_INPUT")
    expect(await anna.code(add, { from: "2025-08-01", lastDay: "2025-08-15" })).toBe("BAD_INPUT")
    const { addSellerHoliday: made } = await anna(add, { from: "2026-08-01", lastDay: "2026-08-15" })
    expect(made).toEqual([
      { id: made[0].id, from: "2026-07-31T22:00:00.000Z", until: "2026-08-15T22:00:00.000Z", now: false },
    ])
    const cartId = await fillBasket(desk.container, desk.shop)
    const at = async (instant: string) => {
      time.now = new Date(instant)
      await alignShelves(desk.container)
      expect(await published()).toBe(await purchasable())
      await auditClean()
      return purchasable()
    }
    expect(await at("2026-07-31T21:59:59Z")).toBe(true)
    expect(await at("2026-07-31T22:00:00Z")).toBe(false)
    expect(await nobody().code(`mutation { placeOrder(cartId: "${cartId}") { number } }`)).toBe("NOT_FOR_SALE")
    expect(
      (await nobody()(`{ shopPage(handle: "tasses-cie") { open trader { closure { now until } } } }`)).shopPage,
    ).toEqual({
      open: false,
      trader: { closure: { now: true, until: "2026-08-15T22:00:00.000Z" } },
    })
    expect(await at("2026-08-15T21:59:59Z")).toBe(false)
    expect(await at("2026-08-15T22:00:00Z")).toBe(true)
    // A cancelled one does nothing, and another seller's cannot be cancelled.
    await anna(add, { from: "2026-09-01", lastDay: "2026-09-02" })
    const [next] = (await anna(`{ sellerHolidays { id } }`)).sellerHolidays
    const bruno = await enter(desk.shop.emailB, "SELLER")
    const cancel = `mutation { cancelSellerHoliday(id: "${next.id}") { id } }`
    expect(await bruno.code(cancel)).toBe("NOT_FOUND")
    await anna(cancel)
    expect(await at("2026-09-01T12:00:00Z")).toBe(true)
  })
}
