import { orderAccessToken } from "../orders/access-token"
import { sellerOrderHead } from "../orders/seller-order-head"
import type { OrderDesk } from "../testing/order-desk"

/** The talk about an order, of those whom it concerns. */
export function talkScenarios(desk: OrderDesk): void {
  const { container, graphql, code, tokenFor, sellerToken, place, letters } = desk

  it("lets shopper, seller and operator talk about an order, and nobody else", async () => {
    const sold = await place()
    const token = orderAccessToken(container(), sold.id)
    const other = orderAccessToken(container(), (await place({ email: "zoe@exemple.fr" })).id)
    const a = await sellerToken(desk.shop.emailA)
    const b = await sellerToken(desk.shop.emailB)
    const operator = tokenFor("user", "user_1")
    const { id } = await sellerOrderHead(container(), desk.shop.sellerA, { orderId: sold.id })
    const pdf = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n").toString("base64")
    const message = {
      key: "message-01",
      body: "Appelez-moi au 06 12 34 56 78 ou camille@exemple.fr",
      files: [{ name: "../preuve.pdf", data: pdf }],
    }
    expect(code(await graphql(SHOPPER_WRITES, { token: other, id, message }))).toBe("NOT_FOUND")
    const bad = { ...message, files: [{ name: "x.pdf", data: Buffer.from("<html>").toString("base64") }] }
    expect(code(await graphql(SHOPPER_WRITES, { token, id, message: bad }))).toBe("BAD_FILE")
    expect(code(await graphql(SHOPPER_WRITES, { token, id, message: { key: "message-00", body: "  " } }))).toBe(
      "BAD_INPUT",
    )
    const [first, again] = [
      await graphql(SHOPPER_WRITES, { token, id, message }),
      await graphql(SHOPPER_WRITES, { token, id, message }),
    ]
    expect(again.data.writeAsShopper.messages).toHaveLength(1)
    const [said] = first.data.writeAsShopper.messages as {
      body: string
      masked: boolean
      files: { id: string; name: string }[]
    }[]
    expect(said).toMatchObject({ body: "Appelez-moi au ••• ou •••", masked: true })
    expect(said!.files[0]!.name).not.toContain("/")

    const threads = await graphql(
      `
        {
          sellerThreads {
            unread
            total
            items {
              unread
              excerpt
              lastSide
            }
          }
        }
      `,
      {},
      a,
    )
    expect(threads.data.sellerThreads).toMatchObject({
      unread: 1,
      total: 1,
      items: [{ unread: 1, lastSide: "SHOPPER" }],
    })
    const file = { id, file: said!.files[0]!.id }
    expect((await graphql(SELLER_FILE, file, a)).data.sellerMessageFile).toMatchObject({
      mime: "application/pdf",
      data: pdf,
    })
    expect(code(await graphql(SELLER_FILE, file, b))).toBe("NOT_FOUND")
    for (const query of [
      `query ($id: ID!) { sellerThread(sellerOrderId: $id) { unread } }`,
      `mutation ($id: ID!) { sellerReadThread(sellerOrderId: $id) { unread } }`,
      `mutation ($id: ID!) { writeAsSeller(sellerOrderId: $id, message: { key: "message-02", body: "Bonjour" }) { unread } }`,
    ])
      expect(code(await graphql(query, { id }, b))).toBe("NOT_FOUND")
    const answer = await graphql(
      `
        mutation ($id: ID!) {
          writeAsSeller(sellerOrderId: $id, message: { key: "message-02", body: "Bonjour !" }) {
            unread
            messages {
              side
              body
            }
          }
        }
      `,
      { id },
      a,
    )
    expect(answer.data.writeAsSeller).toMatchObject({
      unread: 0,
      messages: [{ side: "SHOPPER" }, { side: "SELLER" }],
    })
    const shopperSide = await graphql(
      `
        query ($t: String!, $id: ID!) {
          shopperThread(accessToken: $t, sellerOrderId: $id) {
            unread
          }
        }
      `,
      { t: token, id },
    )
    expect(shopperSide.data.shopperThread.unread).toBe(1)
    const seen = await graphql(
      `
        mutation ($t: String!, $id: ID!) {
          shopperReadThread(accessToken: $t, sellerOrderId: $id) {
            unread
          }
        }
      `,
      { t: token, id },
    )
    expect(seen.data.shopperReadThread.unread).toBe(0)
    const byOperator = await graphql(
      `
        mutation ($id: ID!) {
          writeAsOperator(sellerOrderId: $id, message: { key: "message-03", body: "Nous suivons." }) {
            messages {
              side
            }
          }
        }
      `,
      { id },
      operator,
    )
    expect(byOperator.data.writeAsOperator.messages).toHaveLength(3)
    const told = await letters("message.received")
    expect(told.map((each) => each.email).sort()).toEqual([
      "anna@tasses.example",
      "anna@tasses.example",
      "camille@exemple.fr",
      "camille@exemple.fr",
    ])
    for (const each of told) expect(JSON.stringify(each.letter)).not.toMatch(/0612|06 12|camille@|anna@/)
  })
}

const SHOPPER_WRITES = `mutation ($token: String!, $id: ID!, $message: MessageInput!) {
  writeAsShopper(accessToken: $token, sellerOrderId: $id, message: $message) { messages { body masked side files { id name } } } }`
const SELLER_FILE = `query ($id: ID!, $file: ID!) { sellerMessageFile(sellerOrderId: $id, fileId: $file) { mime data } }`
