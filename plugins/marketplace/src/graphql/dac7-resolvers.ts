import type { IResolvers } from "@graphql-tools/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { callerId, clockOf, type GraphqlContext, sum } from "@gondola/kit"
import { considerationOf, type Quarter } from "../dac7/quarters"
import { listReports, makeReport, type ReportRow, reportRows, sendCopies } from "../dac7/make-report"
import { lackingRates, type Rates, saveRate, storedRates } from "../dac7/rates"
import { openRequests } from "../dac7/remind"
import { blockedFrom, isBlocked } from "../dac7/reminders"
import { taxSubjects } from "../dac7/subjects"
import { isPrivateTaxId, maskedTaxId, mayReadTaxIdentity, readTaxIdentity } from "../dac7/tax-identity"
import { missingTaxData } from "../dac7/tax-data"
import { saveTaxPerson } from "../dac7/tax-person"
import { dayOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { actorOf } from "../trail/actor-of"
import { callerMember, callerSeller, found } from "./callers"

type AskedRates = readonly { readonly currency: string; readonly euroMicros: number }[] | null | undefined

const ratesOf = (rates: AskedRates): Rates =>
  Object.fromEntries((rates ?? []).map((rate) => [rate.currency.toUpperCase(), rate.euroMicros]))

const euros = (amount: number) => ({ amount, currency: "EUR" })
const upper = (words: readonly string[]): string[] => words.map((word) => word.toUpperCase())

/** Without a rate nothing is said rather than half of it. */
async function ownYear(context: GraphqlContext, sellerId: string, year: number): Promise<ReportRow | null> {
  const { rows } = await reportRows(context.scope, year, {}, [sellerId])
  return rows[0] ?? null
}

async function yearView(scope: MedusaContainer, year: number, rates: Rates = {}) {
  const knex = knexOf(scope)
  const lacksRates = await lackingRates(knex, year, rates)
  return {
    year,
    rates: storedRates(knex, year),
    lacksRates,
    rows: lacksRates.length > 0 ? [] : (await reportRows(scope, year, rates)).rows,
    reports: await listReports(scope, { year }),
  }
}

async function sellerTax(context: GraphqlContext) {
  const { seller, member } = await callerMember(context)
  const knex = knexOf(context.scope)
  const now = clockOf(context.scope).now()
  const subject = found((await taxSubjects(knex, { sellerIds: [seller.id] }))[0], "This seller").subject
  const requests = (await openRequests(knex, [seller.id])).get(seller.id) ?? []
  const missing = missingTaxData(subject)
  const may = mayReadTaxIdentity(member.role)
  const year = Number(dayOf(now).slice(0, 4))
  const lacksRates = await lackingRates(knex, year, {}, seller.id)
  const reports = await listReports(context.scope)
  const latest = reports.filter((report, index) => reports.findIndex((other) => other.year === report.year) === index)
  return {
    missing: upper(missing),
    requests,
    blockedFrom: requests[0] && missing.length > 0 ? blockedFrom(requests[0]) : null,
    blocked: missing.length > 0 && isBlocked(requests, now),
    needsPerson: subject.legalForm === "sole_trader",
    mayReadPerson: may,
    firstName: (may && subject.person?.firstName) || null,
    lastName: (may && subject.person?.lastName) || null,
    birthDate: (may && subject.person?.birthDate) || null,
    taxId: may || !isPrivateTaxId(subject) ? subject.taxId : maskedTaxId(subject.taxId),
    lacksRates,
    current: lacksRates.length > 0 ? null : await ownYear(context, seller.id, year),
    reported: latest.flatMap((report) => {
      const row = report.rows.find((each) => each.sellerId === seller.id && each.outcome === "REPORTED")
      return row ? [{ year: report.year, row }] : []
    }),
  }
}

/** The yearly report on sellers (DAC7), and what a seller sees of it. */
export const dac7Resolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    dac7Year: (_source, { year, rates }: { year: number; rates?: AskedRates }, { scope }) =>
      yearView(scope, year, ratesOf(rates)),
    dac7Lacks: async (_source, _args, { scope }) => {
      const knex = knexOf(scope)
      const now = clockOf(scope).now()
      const lacking = (await taxSubjects(knex, { states: ["active", "suspended"] })).filter(
        (seller) => missingTaxData(seller.subject).length > 0,
      )
      const requests = await openRequests(
        knex,
        lacking.map((seller) => seller.sellerId),
      )
      return lacking.map((seller) => {
        const open = requests.get(seller.sellerId) ?? []
        return {
          sellerId: seller.sellerId,
          sellerName: seller.name,
          missing: upper(missingTaxData(seller.subject)),
          requests: open,
          blocked: isBlocked(open, now),
        }
      })
    },
    sellerTax: (_source, _args, context) => sellerTax(context),
  },
  Mutation: {
    saveDac7Rate: async (_source, args: Omit<Parameters<typeof saveRate>[1], "actor">, context) => {
      await saveRate(context.scope, { ...args, actor: actorOf(context) })
      return yearView(context.scope, args.year)
    },
    readTaxIdentity: async (_source, args: { sellerId: string; reason: string }, context) =>
      found(await readTaxIdentity(context.scope, { ...args, actor: actorOf(context) }), "This seller"),
    makeDac7Report: (_source, { year, rates }: { year: number; rates?: AskedRates }, context) =>
      makeReport(context.scope, { year, rates: ratesOf(rates), actor: callerId(context) }),
    sendDac7Copies: (_source, { reportId }: { reportId: string }, { scope }) => sendCopies(scope, reportId),
    saveTaxPerson: async (_source, args: { firstName: string; lastName: string; birthDate: string }, context) => {
      await saveTaxPerson(context.scope, (await callerSeller(context, "finance")).id, args)
      return sellerTax(context)
    },
  },
  Dac7Row: {
    missing: (row: ReportRow) => upper(row.missing),
    sales: (row: ReportRow) => sum(row.year.map((quarter) => quarter.sales)),
    consideration: (row: ReportRow) => euros(considerationOf(row.year)),
    quarters: (row: ReportRow) =>
      row.year.map((quarter: Quarter, index) => ({
        quarter: index + 1,
        consideration: euros(quarter.consideration),
        fees: euros(quarter.fees),
        taxes: euros(quarter.taxes),
        sales: quarter.sales,
      })),
  },
}
