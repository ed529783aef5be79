import type { IResolvers } from "@graphql-tools/utils"
import { badInput, callerId, cents, type GraphqlContext, pageRequest } from "@gondola/kit"
import { type NoteLocale, noteText } from "@gondola/ledger"
import { chargeFee } from "../fees/charge-fee"
import type { FeeKind } from "../fees/fee-journal"
import { readFeeSettings, saveFeeSettings } from "../fees/fee-settings"
import { type ListedFee, listFees, oneFee } from "../fees/list-fees"
import { dueThisMonth } from "../fees/due-this-month"
import { listPlans, type PlanDraft, savePlan, sellerPlanHistory } from "../fees/plans"
import { setSellerPlan } from "../fees/set-seller-plan"
import { undoFee } from "../fees/undo-fee"
import { dayOf, monthOf } from "../figures/paris-time"
import { readUnits, saveUnitTerms, type UnitTermsDraft, webSales } from "../units/read-units"
import { unitShares } from "../units/unit-result"
import { callerSeller } from "./callers"

const money = (amount: number, currency: string) => ({ amount, currency })
const priced = <T extends { monthlyPrice: number; currency: string }>(plan: T) => ({
  ...plan,
  monthlyPrice: money(plan.monthlyPrice, plan.currency),
})

const feeView = (fee: ListedFee) => ({
  id: fee.id,
  sellerId: fee.seller_id,
  sellerName: fee.sellerName,
  kind: fee.kind.toUpperCase(),
  net: money(fee.net, fee.currency),
  vat: money(fee.vat, fee.currency),
  vatRateBps: fee.vat_rate_bps,
  vatTreatment: fee.vat_treatment.toUpperCase(),
  note: fee.note,
  reason: fee.reason,
  orderId: fee.order_id,
  reverses: fee.reverses,
  undoneBy: fee.undoneBy,
  at: fee.occurred_at,
})

interface FeeListing {
  readonly sellerId?: string | null
  readonly kind?: string | null
  readonly search?: string | null
  readonly page: number
  readonly pageSize: number
}

async function feePage(context: GraphqlContext, args: FeeListing) {
  const page = pageRequest(args)
  const kind = (args.kind?.toLowerCase() as FeeKind | undefined) ?? null
  const { items, total } = await listFees(context.scope, { ...args, kind, page })
  return { ...page, total, items: items.map(feeView) }
}

const NOTES = { penalty: "penalty", service: "service", credit: "credit" } as const

/** Plans, fees and what the house's units owe each other. */
export const feeResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    plans: async (_source, _args, { scope }) => (await listPlans(scope)).map(priced),
    planHistory: async (_source, { sellerId }: { sellerId: string }, { scope }) =>
      (await sellerPlanHistory(scope, sellerId)).map(priced),
    fees: (_source, args: FeeListing, context) => feePage(context, args),
    feeSettings: async (_source, _args, { scope }) => settingsView(await readFeeSettings(scope)),
    units: (_source, _args, { scope }) => readUnits(scope),
    unitShares: async (_source, { month }: { month?: string | null }, { scope, clock }) => {
      const [units, sales] = await Promise.all([readUnits(scope), webSales(scope, month ?? monthOf(clock.now()))])
      return unitShares(units, sales).map((share) => ({
        ...share,
        kind: share.kind.toUpperCase(),
        base: money(share.base, share.currency),
        amount: money(share.amount, share.currency),
      }))
    },
    sellerPlan: async (_source, _args, context) => {
      const seller = await callerSeller(context)
      const history = await sellerPlanHistory(context.scope, seller.id)
      const today = dayOf(context.clock.now())
      const current = history.find((time) => time.from <= today && (time.until === null || today < time.until))
      return {
        current: current ? priced(current) : null,
        history: history.map(priced),
        dueThisMonth: await dueThisMonth(context.scope, seller.id),
      }
    },
    sellerFees: async (_source, args: FeeListing, context) =>
      feePage(context, { ...args, sellerId: (await callerSeller(context)).id, search: null }),
  },
  Mutation: {
    createPlan: async (_source, { input }: { input: PlanDraft }, context) =>
      priced(await savePlan(context.scope, input, callerId(context))),
    updatePlan: async (_source, { id, input }: { id: string; input: PlanDraft }, context) =>
      priced(await savePlan(context.scope, { ...input, id }, callerId(context))),
    setSellerPlan: async (
      _source,
      args: { sellerId: string; planId?: string | null; from?: string; freeFrom?: string; freeUntil?: string },
      context,
    ) => {
      const change = { ...args, planId: args.planId ?? null, actor: callerId(context) }
      return (await setSellerPlan(context.scope, change)).map(priced)
    },
    chargeFee: async (
      _source,
      {
        input,
      }: {
        input: {
          sellerId: string
          kind: string
          amount: number
          currency: string
          reason: string
          idempotencyKey: string
        }
      },
      context,
    ) => {
      const kind = input.kind.toLowerCase() as FeeKind
      if (!(kind in NOTES)) throw badInput("Only a penalty, a service fee or a credit is charged by hand")
      const reason = input.reason.trim()
      const id = await chargeFee(context.scope, {
        key: `operator:${input.idempotencyKey}`,
        sellerId: input.sellerId,
        kind,
        net: cents(input.amount),
        currency: input.currency.toUpperCase(),
        reason,
        note: { code: NOTES[kind as keyof typeof NOTES], params: { reason } },
        actor: callerId(context),
        occurredAt: context.clock.now(),
      })
      return feeView(await oneFee(context.scope, id))
    },
    undoFee: async (_source, { id, reason }: { id: string; reason: string }, context) =>
      feeView(
        await oneFee(context.scope, await undoFee(context.scope, { feeId: id, reason, actor: callerId(context) })),
      ),
    setHandlingFee: async (_source, { amount, currency }: { amount: number; currency: string }, context) =>
      settingsView(
        await saveFeeSettings(context.scope, { handlingNet: amount, handlingCurrency: currency }, callerId(context)),
      ),
    saveUnitTerms: (_source, { input }: { input: UnitTermsDraft }, context) =>
      saveUnitTerms(context.scope, input, callerId(context)),
  },
  Fee: {
    description: (fee: ReturnType<typeof feeView>, { locale }: { locale: NoteLocale }) => noteText(fee.note, locale),
  },
}

const settingsView = (settings: { handlingNet: number; handlingCurrency: string }) => ({
  handlingFee: money(settings.handlingNet, settings.handlingCurrency),
})
