import type { IResolvers } from "@graphql-tools/utils"
import { badInput, callerId, type GraphqlContext, notFound, pageRequest } from "@gondola/kit"
import { normalGtin } from "../catalogue/gtin"
import type { NoteLocale } from "@gondola/ledger"
import { entryText } from "../figures/browse-book"
import { listRuleChanges } from "../commission/rule-changes"
import { simulateSale, type SimulatedSale, type Simulation } from "../commission/simulate"
import { knexOf } from "../modules/marketplace/resolve"
import { feeVat } from "../vat/fee-vat"
import { sellersForTax } from "../vat/sellers-for-tax"
import { setProductVatClass, vatClassOf } from "../vat/vat-classes"
import { callerSeller } from "./callers"
import { productLoader } from "./loaders"

type SimulationArgs = Omit<SimulatedSale, "sellerId"> & {
  readonly sellerId?: string | null
  readonly gtin?: string | null
  readonly channel: string
}

export const simulationResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    commissionRuleChanges: async (
      _source,
      args: { ruleId?: string | null; page: number; pageSize: number },
      { scope },
    ) => {
      const page = pageRequest(args)
      const { items, total } = await listRuleChanges(scope, { ruleId: args.ruleId ?? null, page })
      return { ...page, total, items: items.map((item) => ({ ...item, action: item.action.toUpperCase() })) }
    },
    productVatClass: async (_source, { productId }: { productId: string }, { scope }) =>
      (await vatClassOf(scope, productId)).toUpperCase(),
    simulateSale: async (_source, { input }: { input: SimulationArgs }, context) => {
      const sellerId = await sellerOf(context, input)
      const productId = input.gtin?.trim() ? await productOf(context, input.gtin) : null
      const sale = { ...input, sellerId, productId, channel: input.channel.toLowerCase() }
      const simulation = await simulateSale(context.scope, sale)
      return { ...(await view(context, simulation, sellerId)), productId }
    },
  },
  Mutation: {
    setProductVatClass: async (_source, args: { productId: string; vatClass: string }, { scope }) => {
      await setProductVatClass(scope, args.productId, args.vatClass.toLowerCase())
      return args.vatClass
    },
  },
  StatementEntry: {
    description: (entry: Parameters<typeof entryText>[0], { locale }: { locale: NoteLocale }) =>
      entryText(entry, locale),
  },
  SaleSimulation: {
    productTitle: async ({ productId }: { productId: string | null }, _args, context) =>
      productId === null ? null : ((await productLoader(context).load(productId))?.title.fr ?? null),
  },
}

/** A seller asks for itself; another's id is not found. */
async function sellerOf(context: GraphqlContext, input: SimulationArgs): Promise<string> {
  callerId(context)
  if (context.signedIn?.actor === "OPERATOR") {
    if (!input.sellerId) throw badInput("Choose the seller of this sale")
    return input.sellerId
  }
  const own = (await callerSeller(context)).id
  if (input.sellerId && input.sellerId !== own) throw notFound("This seller")
  return own
}

async function productOf(context: GraphqlContext, gtin: string): Promise<string> {
  const row = (await knexOf(context.scope)("marketplace_gtin")
    .where("gtin", normalGtin(gtin) ?? "")
    .first("product_id")) as { product_id: string } | undefined
  if (!row) throw notFound("No product of the catalogue with this GTIN")
  return row.product_id
}

async function view(context: GraphqlContext, simulation: Simulation, sellerId: string) {
  const { charge, currency } = simulation
  const money = (amount: number) => ({ amount, currency })
  const vat = charge ? null : feeVat((await sellersForTax(context.scope, [sellerId])).get(sellerId)!)
  const operator = context.signedIn?.actor === "OPERATOR"
  return {
    tried: simulation.tried
      .filter(({ rule }) => operator || rule.sellerId === null || rule.sellerId === sellerId)
      .map(({ rule, misses }) => ({
        id: rule.id,
        name: rule.name,
        position: rule.position,
        rateBps: rule.rateBps,
        fixed: { amount: rule.fixed, currency: rule.currency },
        matches: misses.length === 0,
        misses: misses.map((miss) => miss.toUpperCase()),
      })),
    ruleName: charge?.ruleName ?? null,
    gross: money(simulation.gross),
    base: money(charge?.base ?? 0),
    rateBps: charge?.rateBps ?? 0,
    vatMode: charge?.terms.vatMode.toUpperCase() ?? null,
    fixed: money(charge?.fixed ?? 0),
    commission: money(charge?.net ?? 0),
    commissionVat: money(charge?.vat ?? 0),
    commissionVatBps: charge?.vatRateBps ?? vat?.rateBps ?? 0,
    vatTreatment: (charge?.vatTreatment ?? vat?.treatment ?? "domestic").toUpperCase(),
    withheldVat: money(simulation.withheldVat),
    net: money(simulation.net),
  }
}
