import { knexOf } from "../modules/marketplace/resolve"
import watchSellers from "../jobs/watch-sellers"
import { DAY, type SellerDesk } from "../testing/seller-desk"

/** Suspension, appeal and the end of a shop. */
export function sanctionScenarios(desk: SellerDesk): void {
  const { enter, lettersOf, purchasable, published, auditClean, time } = desk

  it("suspends with reasons, hears the appeal, gives thirty days before the end and erases papers after six months", async () => {
    const anna = await enter(desk.shop.emailA, "SELLER")
    const suspend = `mutation ($reason: String!) { suspendSeller(id: "${desk.shop.sellerA}", reason: $reason, ground: LAW) { state } }`
    expect(await desk.operator.code(suspend, { reason: " " })).toBe("BAD_INPUT")
    await desk.operator(suspend, { reason: "Tasses contrefaites" })
    expect([await purchasable(), await published(), await purchasable(desk.shop.variants.lamp)]).toEqual([
      false,
      false,
      true,
    ])
    expect(await lettersOf("seller.suspended")).toEqual([
      { email: desk.shop.emailA, subject: "«Tasses & Cie» est suspendu", link: "/seller/standing" },
    ])
    const standing = `{ sellerStanding { state closingAt statements { id decision reason ground liftedAt complaint { text outcome answer } } } }`
    const [statement] = (await anna(standing)).sellerStanding.statements
    expect(statement).toMatchObject({ decision: "SUSPENSION", reason: "Tasses contrefaites", ground: "LAW" })
    const contest = `mutation ($id: ID!) { contestDecision(statementId: $id, text: "Les tasses viennent de Limoges.") { state } }`
    const bruno = await enter(desk.shop.emailB, "SELLER")
    expect(await bruno.code(contest, { id: statement.id })).toBe("NOT_FOUND")
    await anna(contest, { id: statement.id })
    expect(await anna.code(contest, { id: statement.id })).toBe("CONFLICT")
    const complaint = (await knexOf(desk.container)("marketplace_complaint").first("id")) as { id: string }
    const answer = `mutation ($id: ID!) { answerComplaint(id: $id, outcome: REVERSED, answer: "Preuves vues.") }`
    expect(await anna.code(answer, { id: complaint.id })).toBe("NOT_ALLOWED")
    await desk.operator(answer, { id: complaint.id })
    await desk.operator(`mutation { liftSuspension(id: "${desk.shop.sellerA}") { state } }`)
    expect([await purchasable(), await published()]).toEqual([true, true])
    expect((await lettersOf("seller.approved")).at(-1)?.subject).toBe("La suspension de «Tasses & Cie» est levée")
    expect((await anna(standing)).sellerStanding.statements[0]).toMatchObject({
      liftedAt: time.now.toISOString(),
      complaint: { outcome: "REVERSED", answer: "Preuves vues." },
    })

    // The end: thirty days, during which it sells; withdrawn once, then for good.
    const notice = `mutation { giveClosureNotice(id: "${desk.shop.sellerA}", reason: "Fin de gamme") { closingAt } }`
    await desk.operator(notice)
    expect(await desk.operator.code(notice)).toBe("CONFLICT")
    await desk.operator(`mutation { withdrawClosureNotice(id: "${desk.shop.sellerA}") { closingAt } }`)
    const given = (await desk.operator(notice)).giveClosureNotice.closingAt as string
    expect(+new Date(given) - +time.now).toBe(30 * DAY)
    time.now = new Date(+new Date(given) - 1000)
    await watchSellers(desk.container)
    expect(await purchasable()).toBe(true)
    time.now = new Date(given)
    await watchSellers(desk.container)
    await watchSellers(desk.container)
    expect([await purchasable(), await published()]).toEqual([false, false])
    expect((await anna(standing)).sellerStanding.state).toBe("CLOSED")
    expect(await lettersOf("seller.closed")).toHaveLength(1)
    await auditClean()

    // Somebody else may take the number now; papers go after six months, statements stay.
    const knex = knexOf(desk.container)
    time.now = new Date(+new Date(given) + 180 * DAY)
    await watchSellers(desk.container)
    const phone = async () =>
      ((await knex("marketplace_seller").where({ id: desk.shop.sellerA }).first("phone")) as { phone: string }).phone
    expect(await phone()).not.toBe("")
    time.now = new Date(+new Date(given) + 186 * DAY)
    await watchSellers(desk.container)
    expect(await phone()).toBe("")
    expect((await anna(standing)).sellerStanding.statements.length).toBeGreaterThan(1)

    // A seller closes its own shop by its name.
    const close = `mutation ($name: String!) { closeMyShop(confirmName: $name, reason: "Retraite") { state } }`
    expect(await bruno.code(close, { name: "lampes" })).toBe("BAD_INPUT")
    await bruno(close, { name: "Lampes du Nord" })
    expect(await purchasable(desk.shop.variants.lamp)).toBe(false)
  })
}
