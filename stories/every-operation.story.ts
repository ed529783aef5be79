import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { type Actor, CLOCK, systemClock } from "@gondola/kit"
import { closeLastMonth } from "@gondola/marketplace"
import { gondolaSchema } from "../src/api/graphql/schema"
import { bearer, type Caller, caller } from "./support/api"
import { everyOperation, type Operation } from "./support/every-operation"
import { payCredit } from "./support/payouts"
import { atDesk, inRoom, openSellers, tokenOf } from "./support/people"
import { chooseCheapestDelivery, fillCart, placeOrder, SHOPPER } from "./support/shopping"
import { sellerThings } from "./support/seller-things"
import { openSmallMarketplace, PASSWORD, PEOPLE } from "./support/small-marketplace"

jest.setTimeout(300_000)

const operations = everyOperation(gondolaSchema())
const guarded = operations.filter((operation) => operation.actors.length > 0)

/** What a call may answer to somebody who has no right to the thing it names. */
const REFUSED = new Set(["NOT_FOUND", "NOT_ALLOWED", "DESK_LOCKED", "BAD_INPUT"])

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    it("answers nobody without a sign-in, no foreign room, and nobody about another's things", async () => {
      const market = await openSmallMarketplace(getContainer() as MedusaContainer)
      await openSellers(api)
      const stranger = caller(api)
      const callers: Record<Actor, Caller> = {
        CUSTOMER: await customer(),
        SELLER_MEMBER: await inRoom(api, PEOPLE.sellerB, "SELLER"),
        BRAND_MEMBER: await inRoom(api, PEOPLE.rival, "BRAND"),
        SHOP_STAFF: await atDesk(api, PEOPLE.clerkElsewhere, "9354"),
        OPERATOR: await inRoom(api, PEOPLE.operator, "OPERATOR"),
      }

      const open: string[] = []
      for (const operation of guarded) {
        if ((await stranger.code(operation.call())) !== "NOT_SIGNED_IN") open.push(operation.name)
        for (const actor of Object.keys(callers) as Actor[])
          if (!operation.actors.includes(actor) && (await callers[actor].code(operation.call())) !== "NOT_ALLOWED")
            open.push(`${operation.name} for ${actor}`)
      }
      expect(open).toEqual([])

      const foreign = await thingsOfOthers(market)
      const named = (operation: Operation) =>
        operation.actors.some((actor) => actor !== "OPERATOR") && operation.takesId
      // A new operation that takes an id must be walked with somebody else's.
      expect(
        guarded
          .filter(named)
          .map((operation) => operation.name)
          .sort(),
      ).toEqual(Object.keys(foreign).sort())
      const answered: string[] = []
      for (const operation of guarded.filter(named)) {
        const { data, errors } = await callers[operation.actors[0]!].raw<Record<string, unknown>>(
          operation.call(foreign[operation.name]),
        )
        const code = errors?.[0]?.extensions?.code as string | undefined
        const empty = !errors && Object.values(data ?? {}).every((value) => value === null)
        if (!empty && !(code && REFUSED.has(code))) answered.push(`${operation.name}: ${code ?? JSON.stringify(data)}`)
      }
      expect(answered).toEqual([])

      // A seller's programs: a key opens what its scopes name, of its own seller, and nothing else.
      const rival = callers.SELLER_MEMBER
      // Every scope that a field of the schema asks for.
      const scopes = [...new Set(guarded.flatMap(({ scope }) => (scope && scope !== "any" ? [scope] : [])))]
      const every = caller(api, bearer((await keyOf(rival, scopes)).key))
      const narrow = caller(api, bearer((await keyOf(rival, ["finance:read"])).key))
      const opened: string[] = []
      for (const operation of guarded) {
        const needs = operation.scope
        const code = await narrow.code(operation.call())
        if (needs !== "any" && needs !== "finance:read" && code !== "NOT_ALLOWED") opened.push(operation.name)
        if (!needs && (await every.code(operation.call())) !== "NOT_ALLOWED")
          opened.push(`${operation.name}, all scopes`)
        if (!needs || !named(operation)) continue
        const { data, errors } = await every.raw<Record<string, unknown>>(operation.call(foreign[operation.name]))
        const refused = REFUSED.has(String(errors?.[0]?.extensions?.code))
        const empty = !errors && Object.values(data ?? {}).every((value) => value === null)
        if (!refused && !empty) opened.push(`${operation.name} of another seller`)
      }
      expect(opened).toEqual([])
      expect(guarded.filter((operation) => operation.scope).length).toBeGreaterThan(8)

      // The same calls by their owners are answered: the walk above did not fail for another reason.
      const owner = await inRoom(api, PEOPLE.sellerA, "SELLER")
      const own = await owner.raw<{ sellerOrder: unknown }>(
        operations.find(({ name }) => name === "Query.sellerOrder")!.call(foreign["Query.sellerOrder"]),
      )
      expect(own.data?.sellerOrder).toBeTruthy()
    })

    it("refuses what is too deep, too wide or asks for the schema's inside in production", async () => {
      const deep =
        "{ categories { children { children { children { children { children { children { children { children { id } } } } } } } } } }"
      expect((await caller(api).raw(deep)).errors?.[0]?.message).toMatch(/depth/i)
      const wide = `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: now`).join(" ")} }`
      expect((await caller(api).raw(wide)).errors?.length).toBeGreaterThan(0)
      expect(await caller(api).code(`{ search(input: { pageSize: 5000 }) { total } }`)).toBe("BAD_INPUT")
    })

    const customer = async (): Promise<Caller> => {
      const { signUpCustomer } = await caller(api)<{ signUpCustomer: { token: string } }>(
        `mutation ($password: String!) {
          signUpCustomer(email: "zoe@exemple.fr", password: $password, firstName: "Zoé", lastName: "Petit") { token }
        }`,
        { password: PASSWORD },
      )
      return caller(api, { authorization: `Bearer ${signUpCustomer.token}` })
    }

    /** Forty days on, the month of the order is closed and its seller has documents. */
    async function closedMonth(seller: Caller): Promise<string> {
      const container = getContainer() as MedusaContainer
      const later = new Date(Date.now() + 40 * 24 * 60 * 60 * 1000)
      container.register(CLOCK, asValue({ now: () => later }))
      await closeLastMonth(container)
      container.register(CLOCK, asValue(systemClock))
      const { sellerDocuments } = await seller<{ sellerDocuments: { items: { id: string }[] } }>(
        `{ sellerDocuments { items { id } } }`,
      )
      return sellerDocuments.items[0]!.id
    }

    const keyOf = async (seller: Caller, scopes: string[]): Promise<{ key: string; apiKey: { id: string } }> =>
      (
        await seller<{ createApiKey: { key: string; apiKey: { id: string } } }>(
          `mutation ($scopes: [String!]!) { createApiKey(name: "k", scopes: $scopes) { key apiKey { id } } }`,
          { scopes },
        )
      ).createApiKey

    /** A seller's key, endpoint, delivery and notification. */
    async function programsOf(seller: Caller): Promise<Record<string, Record<string, unknown>>> {
      const { apiKey } = await keyOf(seller, ["orders:read"])
      const { createWebhookEndpoint: made } = await seller<{ createWebhookEndpoint: { endpoint: { id: string } } }>(
        `mutation { createWebhookEndpoint(url: "http://127.0.0.1:9/", events: ["order.placed"]) { endpoint { id } } }`,
      )
      const endpoint = { id: made.endpoint.id }
      await seller(`mutation ($id: ID!) { tryWebhookEndpoint(id: $id) }`, endpoint)
      const { webhookDeliveries, notifications } = await seller<
        Record<"webhookDeliveries" | "notifications", { items: { id: string }[] }>
      >(`{ webhookDeliveries { items { id } } notifications { items { id } } }`)
      return {
        "Mutation.revokeApiKey": apiKey,
        "Query.webhookDeliveries": { endpointId: endpoint.id },
        "Mutation.changeWebhookEndpoint": { ...endpoint, active: false },
        "Mutation.rotateWebhookSecret": endpoint,
        "Mutation.removeWebhookEndpoint": endpoint,
        "Mutation.tryWebhookEndpoint": endpoint,
        "Mutation.resendWebhookDelivery": { id: webhookDeliveries.items[0]!.id },
        "Mutation.markNotificationsRead": { ids: [notifications.items[0]!.id] },
      }
    }

    /** A parcel that was sent, a message with a file and a dispute about another seller's part. */
    const talkAbout = async (of: {
      seller: Caller
      shopper: Caller
      accessToken: string
      order: { id: string; lines: { id: string }[] }
    }): Promise<{ fileId: string; disputeId: string }> => {
      const { seller, shopper, accessToken, order } = of
      await seller(`mutation ($id: ID!) { acceptSellerOrder(id: $id) { id } }`, { id: order.id })
      await seller(
        `mutation ($id: ID!, $parcel: ParcelInput!) { shipParcel(sellerOrderId: $id, parcel: $parcel) { id } }`,
        {
          id: order.id,
          parcel: { carrier: "C", trackingNumber: "1", lines: [{ lineId: order.lines[0]!.id, quantity: 1 }] },
        },
      )
      const pdf = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n").toString("base64")
      const { writeAsShopper } = await shopper<{ writeAsShopper: { messages: { files: { id: string }[] }[] } }>(
        `mutation ($accessToken: String!, $id: ID!, $message: MessageInput!) {
          writeAsShopper(accessToken: $accessToken, sellerOrderId: $id, message: $message) { messages { files { id } } }
        }`,
        {
          accessToken,
          id: order.id,
          message: { key: "message-01", body: "Regardez.", files: [{ name: "preuve.pdf", data: pdf }] },
        },
      )
      const { openDisputeAsShopper } = await shopper<{ openDisputeAsShopper: { id: string } }>(
        `mutation ($accessToken: String!, $id: ID!, $dispute: DisputeInput!) {
          openDisputeAsShopper(accessToken: $accessToken, sellerOrderId: $id, dispute: $dispute) { id }
        }`,
        { accessToken, id: order.id, dispute: { key: "dispute-01", reason: "DAMAGED", text: "Elle est cassée." } },
      )
      return { fileId: writeAsShopper.messages[0]!.files[0]!.id, disputeId: openDisputeAsShopper.id }
    }

    /** For each operation that takes an id: one that exists and belongs to somebody other than the caller. */
    async function thingsOfOthers(
      market: Awaited<ReturnType<typeof openSmallMarketplace>>,
    ): Promise<Record<string, Record<string, unknown>>> {
      const shopper = caller(api)
      const seller = await inRoom(api, PEOPLE.sellerA, "SELLER")
      const brand = await inRoom(api, PEOPLE.brand, "BRAND")
      const desk = await atDesk(api, PEOPLE.clerk)
      const { sellerOffers } = await seller<{
        sellerOffers: { items: { offer: { id: string; purchasableVariantId: string } }[] }
      }>(`{ sellerOffers { items { offer { id purchasableVariantId } } } }`)
      const { offer } = sellerOffers.items[0]!
      const cartId = await fillCart(api, market.retailer, [
        { variant_id: offer.purchasableVariantId, quantity: 1 },
        { variant_id: market.products.shirt.variantIds[0]!, quantity: 1 },
      ])
      await chooseCheapestDelivery(shopper, cartId)
      const { orderId, number, accessToken } = await placeOrder(shopper, cartId)
      const { sellerOrders } = await seller<{ sellerOrders: { items: { id: string; lines: { id: string }[] }[] } }>(
        `{ sellerOrders { items { id lines { id } } } }`,
      )
      const order = sellerOrders.items[0]!
      const talked = await talkAbout({ seller, shopper, accessToken, order })
      const operator = await inRoom(api, PEOPLE.operator, "OPERATOR")
      await operator(`mutation ($id: ID!) { shipRetailerParcel(orderId: $id, carrier: "C", trackingNumber: "1") }`, {
        id: orderId,
      })
      await operator(`mutation ($id: ID!) { markRetailerParcelDelivered(orderId: $id) }`, { id: orderId })
      const { createCampaign } = await brand<{ createCampaign: { id: string } }>(
        `mutation ($input: CampaignInput!) { createCampaign(input: $input) { id } }`,
        {
          input: {
            name: "Mer",
            productIds: [market.products.sweater.productId],
            targets: [{ kind: "KEYWORD_EXACT", value: "pull", bidMicros: 300000 }],
            dailyBudgetMicros: 5000000,
            lifetimeBudgetMicros: 5000000,
          },
        },
      )
      // A clerk opens a return only on an order that was found with its two factors.
      const { deskFind: found } = await desk<{ deskFind: { lines: { lineId: string; returnable: number }[] } }>(
        `mutation ($number: Int!, $email: String!) {
          deskFind(number: $number, email: $email) { lines { lineId returnable } }
        }`,
        { number, email: SHOPPER },
      )
      found.lines.sort((a, b) => b.returnable - a.returnable)
      const { openReturn } = await desk<{ openReturn: { id: string } }>(
        `mutation ($id: ID!) { openReturn(orderId: $id, idempotencyKey: "visit-0001") { id } }`,
        { id: orderId },
      )
      const { quoteReturn } = await desk<{ quoteReturn: { lines: { id: string }[] } }>(
        `mutation ($id: ID!, $lines: [ReturnLineInput!]!) { quoteReturn(returnId: $id, lines: $lines) { lines { id } } }`,
        {
          id: openReturn.id,
          lines: [
            { lineId: found.lines[0]!.lineId, quantity: 1, basis: "WITHDRAWAL", reason: "CHANGED_MIND", grade: "G1" },
          ],
        },
      )
      const returnLine = { returnLineId: quoteReturn.lines[0]!.id }
      const campaign = { id: createCampaign.id }
      const back = { returnId: openReturn.id }
      const parcel = { carrier: "C", trackingNumber: "1", lines: [{ lineId: order.lines[0]!.id, quantity: 1 }] }
      const { saveImportMapping } = await seller<{ saveImportMapping: { id: string } }>(
        `mutation { saveImportMapping(name: "Outil", fields: [{ field: "sku", column: "sku" }]) { id } }`,
      )
      const { data: file } = await api.post("/portal/imports?name=x.csv", Buffer.from("sku,stock\nX,1\n"), {
        headers: {
          ...bearer(await tokenOf(api, PEOPLE.sellerA, "SELLER")),
          "content-type": "application/octet-stream",
        },
      })
      const importFile = (file as { id: string }).id
      const { startImport } = await seller<{ startImport: { id: string } }>(
        `mutation ($id: ID!) { startImport(uploadId: $id, mapping: [{ field: "sku", column: "sku" }]) { id } }`,
        { id: importFile },
      )
      const importRun = startImport.id
      const documentId = await closedMonth(seller)
      const programs = await programsOf(seller)
      const payoutId = await payCredit(operator, seller)
      return {
        ...programs,
        ...(await sellerThings(seller, operator)),
        "Query.sellerOrder": { id: order.id },
        "Query.sellerDocument": { id: documentId },
        "Query.sellerPayout": { id: payoutId },
        "Query.sellerPayoutEntries": { payoutId },
        "Query.campaign": campaign,
        "Query.adReport": { campaignId: createCampaign.id },
        "Query.storeReturn": { id: openReturn.id },
        "Query.sellerOfferHistory": { id: offer.id },
        "Mutation.setOfferState": { id: offer.id, state: "PAUSED" },
        "Mutation.bulkEditOffers": { ids: [offer.id], change: { stock: 1 } },
        "Query.importUpload": { id: importFile },
        "Query.importRun": { id: importRun },
        "Query.importProblems": { runId: importRun },
        "Mutation.startImport": { uploadId: importFile },
        "Mutation.cancelImport": { id: importRun },
        "Mutation.deleteImportMapping": { id: saveImportMapping.id },
        "Mutation.acceptSellerOrder": { id: order.id },
        "Mutation.acceptSellerOrders": { ids: [order.id] },
        "Query.refusalQuote": { sellerOrderId: order.id },
        "Mutation.refuseSellerOrderLines": { sellerOrderId: order.id, key: "refusal-01", reason: "DAMAGED" },
        "Query.sellerThread": { sellerOrderId: order.id },
        "Query.sellerMessageFile": { sellerOrderId: order.id, fileId: talked.fileId },
        "Query.sellerDispute": { id: talked.disputeId },
        "Mutation.writeAsSeller": { sellerOrderId: order.id, message: { key: "message-01", body: "Bonjour" } },
        "Mutation.sellerReadThread": { sellerOrderId: order.id },
        "Mutation.openDisputeAsSeller": {
          sellerOrderId: order.id,
          dispute: { key: "dispute-02", reason: "OTHER", text: "Je conteste ce retour." },
        },
        "Mutation.answerDisputeAsSeller": { id: talked.disputeId, answer: { text: "Ce n'est pas de mon fait." } },
        "Mutation.moveDisputeAsSeller": { id: talked.disputeId, move: "WITHDRAW" },
        "Mutation.shipParcel": { sellerOrderId: order.id, parcel },
        "Mutation.shipParcels": { sellerOrderId: order.id, parcels: [parcel] },
        "Mutation.markParcelDelivered": { sellerOrderId: order.id, parcelId: "nobody_has_this_id" },
        "Mutation.pauseCampaign": campaign,
        "Mutation.resumeCampaign": campaign,
        "Mutation.openReturn": { orderId, idempotencyKey: "visit-0002" },
        "Mutation.quoteReturn": { ...back, lines: [] },
        "Mutation.approveReturn": { ...back, managerPin: "8263", reason: "no" },
        "Mutation.settleReturn": { ...back, signature: "Nobody" },
        "Mutation.abandonReturn": back,
        "Query.returnPhoto": returnLine,
        "Mutation.disposeReturnLine": { ...returnLine, disposition: "CAGE" },
      }
    }
  },
})
