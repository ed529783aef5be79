import { cents, microsOf } from "@gondola/kit"
import { moveLateDisputes } from "./move-dispute"
import { recoverDecisions } from "./pay-decision"
import { knexOf } from "../modules/marketplace/resolve"
import { acceptSellerOrder } from "../orders/accept-order"
import { orderAccessToken } from "../orders/access-token"
import { deliverAllParcels } from "../orders/deliver-parcel"
import { sellerOrderHead } from "../orders/seller-order-head"
import { shipParcel } from "../orders/ship-parcel"
import { readSoldOrder } from "../orders/sold-order"
import type { OrderDesk } from "../testing/order-desk"

/** A dispute from its opening to the decision that pays. */
export function disputeScenarios(desk: OrderDesk): void {
  const { container, ledger, graphql, code, tokenFor, sellerToken, place, medusaOrder, refunded, letters, stateOf } =
    desk

  it("leads a dispute from its opening to a decision that pays, with deadlines by the clock", async () => {
    const sold = await place()
    const token = orderAccessToken(container(), sold.id)
    const a = await sellerToken(desk.shop.emailA)
    const b = await sellerToken(desk.shop.emailB)
    const operator = tokenFor("user", "user_1")
    const head = await sellerOrderHead(container(), desk.shop.sellerA, { orderId: sold.id })
    const mug = sold.lines.find((line) => line.sellerId === desk.shop.sellerA)!
    const dispute = {
      key: "dispute-01",
      reason: "DAMAGED",
      lineIds: [mug.lineId],
      claimed: 2400,
      text: "Deux tasses sont cassées.",
    }
    const open = (over: object = {}) => graphql(OPEN_DISPUTE, { token, id: head.id, dispute: { ...dispute, ...over } })
    expect(code(await open())).toBe("SELLER_ORDER_STATE")
    await acceptSellerOrder(container(), head)
    await shipParcel(container(), head, { carrier: "UPS", trackingNumber: "1Z", lines: null })
    await deliverAllParcels(container(), await sellerOrderHead(container(), desk.shop.sellerA, { orderId: sold.id }))
    expect(code(await open({ claimed: 4091 }))).toBe("BAD_INPUT")
    const opened = (await open()).data.openDisputeAsShopper as { id: string }
    expect(opened).toMatchObject({ state: "OPEN", moves: ["WITHDRAW"], most: { amount: 4090 } })
    expect((await open()).data.openDisputeAsShopper.id).toBe(opened.id)
    expect(await stateOf(head.id)).toBe("INCIDENT")

    const answer = { text: "Emballage renforcé, je propose un geste.", offered: 1000 }
    expect(code(await graphql(ANSWER, { id: opened.id, answer }, b))).toBe("NOT_FOUND")
    expect(
      (
        await graphql(
          `
            query ($id: ID!) {
              sellerDispute(id: $id) {
                id
              }
            }
          `,
          { id: opened.id },
          b,
        )
      ).data.sellerDispute,
    ).toBeNull()
    expect(code(await graphql(ANSWER, { id: opened.id, answer: { ...answer, offered: 5000 } }, a))).toBe("BAD_INPUT")
    const answered = await graphql(ANSWER, { id: opened.id, answer }, a)
    expect(answered.data.answerDisputeAsSeller).toMatchObject({ state: "ANSWERED", offered: { amount: 1000 } })
    expect(code(await graphql(ANSWER, { id: opened.id, answer }, a))).toBe("DISPUTE_STATE")
    const move = (m: string) => graphql(MOVE, { token, part: head.id, id: opened.id, move: m })
    expect((await move("ESCALATE")).data.moveDisputeAsShopper.state).toBe("ESCALATED")
    expect(code(await move("TAKE_OFFER"))).toBe("DISPUTE_STATE")

    const decide = (amount: number, statement = "Les photos montrent deux tasses cassées au départ.") =>
      graphql(DECIDE, { id: opened.id, decision: "REFUND_PART", amount, statement }, operator)
    expect(code(await decide(2400, "Non."))).toBe("BAD_INPUT")
    expect(code(await decide(9999))).toBe("BAD_INPUT")
    const [one, two] = await Promise.all([decide(2400), decide(2400)])
    expect([code(one), code(two)].filter(Boolean)).toEqual(["DISPUTE_STATE"])
    expect(await refunded()).toBe(2400)
    expect(await stateOf(head.id)).toBe("DELIVERED")
    expect(await medusaOrder(sold.id)).toMatchObject({ summary: { pending_difference: 0 } })
    expect(await ledger().owed("seller_payable", desk.shop.sellerA)).toBe(microsOf(cents(4090 - 540 - 2400 + 360)))
    // What a return would still give back is less by what the dispute gave.
    expect((await readSoldOrder(container(), sold.id)).lines.find((line) => line.lineId === mug.lineId)).toMatchObject({
      quantity: 3,
      total: 1200,
    })
    const decided = await letters("dispute.decided")
    expect(decided.map((each) => each.email).sort()).toEqual(["anna@tasses.example", "camille@exemple.fr"])
    expect(JSON.stringify(decided[0]!.letter)).toContain("Les photos montrent")

    // Silence: the accused's goes to the operator, the opener's closes.
    const second = (await open({ key: "dispute-02", claimed: 100 })).data.openDisputeAsShopper as {
      id: string
      dueAt: string
    }
    desk.now = new Date(new Date(second.dueAt).getTime() - 1000)
    expect(await moveLateDisputes(container())).toBe(0)
    desk.now = new Date(new Date(second.dueAt).getTime() + 1000)
    expect(await moveLateDisputes(container())).toBe(1)
    expect(await moveLateDisputes(container())).toBe(0)
    const late = await graphql(
      `
        query ($id: ID!) {
          operatorDispute(id: $id) {
            state
            moves
          }
        }
      `,
      { id: second.id },
      operator,
    )
    expect(late.data.operatorDispute).toEqual({ state: "ESCALATED", moves: ["DECIDE"] })

    // A decision whose process died before anything was paid.
    await knexOf(container())("marketplace_dispute")
      .where("id", second.id)
      .update({ state: "DECIDED", decision: "REFUND_PART", refunded: 100, ended_at: new Date() })
    expect(await recoverDecisions(container())).toBe(1)
    expect(await recoverDecisions(container())).toBe(0)
    expect(await refunded()).toBe(2500)
  })
}

const OPEN_DISPUTE = `mutation ($token: String!, $id: ID!, $dispute: DisputeInput!) {
  openDisputeAsShopper(accessToken: $token, sellerOrderId: $id, dispute: $dispute) { id state moves dueAt most { amount } } }`
const ANSWER = `mutation ($id: ID!, $answer: DisputeAnswerInput!) {
  answerDisputeAsSeller(id: $id, answer: $answer) { state offered { amount } } }`
const MOVE = `mutation ($token: String!, $part: ID!, $id: ID!, $move: DisputeMove!) {
  moveDisputeAsShopper(accessToken: $token, sellerOrderId: $part, id: $id, move: $move) { state } }`
const DECIDE = `mutation ($id: ID!, $decision: DisputeDecision!, $amount: SafeInt, $statement: String!) {
  decideDispute(id: $id, decision: $decision, amount: $amount, statement: $statement) { state } }`
