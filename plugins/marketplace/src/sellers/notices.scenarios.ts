import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import type { SellerDesk } from "../testing/seller-desk"

/** A report of something unlawful, decided with reasons. */
export function noticeScenarios(desk: SellerDesk): void {
  const { nobody, enter, lettersOf, purchasable, published, time } = desk

  it("takes a report of something unlawful, decides with reasons for both sides, and hears both again", async () => {
    const [offer] = await marketplaceOf(desk.container).listOffers({ seller_id: desk.shop.sellerA })
    const report = `mutation ($input: NoticeInput!) { reportNotice(input: $input) { number token } }`
    const input = {
      subject: "OFFER",
      subjectId: offer!.id,
      category: "COUNTERFEIT",
      explanation: "La marque au dos n'est pas celle du fabricant.",
      reporterName: "Rita",
      reporterEmail: "rita@marque.example",
      goodFaith: true,
    }
    expect(await nobody().code(report, { input: { ...input, goodFaith: false } })).toBe("BAD_INPUT")
    expect(await nobody().code(report, { input: { ...input, reporterEmail: null } })).toBe("BAD_INPUT")
    expect(await nobody().code(report, { input: { ...input, subjectId: "offer_x" } })).toBe("NOT_FOUND")
    const { reportNotice: receipt } = await nobody()(report, { input })
    expect((await lettersOf("notice.received"))[0]).toMatchObject({
      email: "rita@marque.example",
      link: `/fr/report/${receipt.token}`,
    })
    const queue = (await desk.operator(`{ notices { total items { id number subjectLabel sellerName state } } }`))
      .notices
    expect(queue).toMatchObject({
      total: 1,
      items: [{ number: receipt.number, sellerName: "Tasses & Cie", state: "RECEIVED" }],
    })
    const anna = await enter(desk.shop.emailA, "SELLER")
    const decide = `mutation ($id: ID!, $decision: NoticeDecision!, $reasons: String!) { decideNotice(id: $id, decision: $decision, reasons: $reasons) { state decision } }`
    const args = { id: queue.items[0].id, decision: "OFFER_REMOVED", reasons: "Contrefaçon constatée" }
    expect(await anna.code(decide, args)).toBe("NOT_ALLOWED")
    expect(await desk.operator.code(decide, { ...args, reasons: "" })).toBe("BAD_INPUT")
    await desk.operator(decide, args)
    expect(await desk.operator.code(decide, args)).toBe("CONFLICT")
    expect([await purchasable(), await published()]).toEqual([false, false])
    expect((await lettersOf("notice.decided"))[0]?.email).toBe("rita@marque.example")
    expect((await lettersOf("offer.removed"))[0]?.email).toBe(desk.shop.emailA)
    expect(
      (await anna(`{ sellerStanding { statements { decision ground reason } } }`)).sellerStanding.statements,
    ).toEqual([{ decision: "OFFER_REMOVED", ground: "LAW", reason: "Contrefaçon constatée" }])
    // The reporter's own page; six months to disagree.
    const seen = `query ($token: String!) { reportedNotice(token: $token) { number decision reasons complaint { outcome answer } } }`
    expect((await nobody()(seen, { token: "wrong" })).reportedNotice).toBeNull()
    const contest = `mutation ($token: String!) { contestNotice(token: $token, text: "Il faut aussi suspendre ce vendeur.") { number } }`
    time.now = new Date("2026-09-03T00:00:00Z")
    expect(await nobody().code(contest, { token: receipt.token })).toBe("NOTICE_PERIOD")
    time.now = new Date("2026-09-01T00:00:00Z")
    await nobody()(contest, { token: receipt.token })
    expect(await nobody().code(contest, { token: receipt.token })).toBe("CONFLICT")
    const complaint = (await knexOf(desk.container)("marketplace_complaint").first("id")) as { id: string }
    await desk.operator(
      `mutation { answerNoticeComplaint(id: "${complaint.id}", outcome: UPHELD, answer: "Une seule offre.") { id } }`,
    )
    expect((await nobody()(seen, { token: receipt.token })).reportedNotice).toEqual({
      number: receipt.number,
      decision: "OFFER_REMOVED",
      reasons: "Contrefaçon constatée",
      complaint: { outcome: "UPHELD", answer: "Une seule offre." },
    })
  })
}
