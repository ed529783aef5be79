import type { IResolvers } from "@graphql-tools/utils"
import { callerId, clockOf, type GraphqlContext, sum } from "@gondola/kit"
import { considerationOf, type Quarter } from "../dac7/quarters"
import { listReports, makeReport, type ReportRow, reportRows, sendCopies } from "../dac7/make-report"
import type { Rates } from "../dac7/read-year"
import { openRequests } from "../dac7/remind"
import { blockedFrom, isBlocked } from "../dac7/reminders"
import { taxSubjects } from "../dac7/subjects"
import { missingTaxData } from "../dac7/tax-data"
import { saveTaxPerson } from "../dac7/tax-person"
import { dayOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { callerSeller, found } from "./callers"

type AskedRates = readonly { readonly currency: string; readonly euroMicros: number }[] | null | undefined

const ratesOf = (rates: AskedRates): Rates =>
  Object.fromEntries((rates ?? []).map((rate) => [rate.currency.toUpperCase(), rate.euroMicros]))

const euros = (amount: number) => ({ amount, currency: "EUR" })
const upper = (words: readonly string[]): string[] => words.map((word) => word.toUpperCase())

/** Sales in other currencies are not converted here: the seller sees its euros. */
async function ownYear(context: GraphqlContext, sellerId: string, year: number): Promise<ReportRow | null> {
  const { rows } = await reportRows(context.scope, year).catch(() => ({ rows: [] as ReportRow[] }))
  return rows.find((row) => row.sellerId === sellerId) ?? null
}

async function sellerTax(context: GraphqlContext) {
  const seller = await callerSeller(context)
  const knex = knexOf(context.scope)
  const now = clockOf(context.scope).now()
  const subject = found((await taxSubjects(knex, { sellerIds: [seller.id] }))[0], "This seller").subject
  const requests = (await openRequests(knex, [seller.id])).get(seller.id) ?? []
  const missing = missingTaxData(subject)
  const reports = await listReports(context.scope)
  const latest = reports.filter((report, index) => reports.findIndex((other) => other.year === report.year) === index)
  return {
    missing: upper(missing),
    requests,
    blockedFrom: requests[0] && missing.length > 0 ? blockedFrom(requests[0]) : null,
    blocked: missing.length > 0 && isBlocked(requests, now),
    needsPerson: subject.legalForm === "sole_trader",
    firstName: subject.person?.firstName ?? null,
    lastName: subject.person?.lastName ?? null,
    birthDate: subject.person?.birthDate ?? null,
    taxId: subject.taxId,
    current: await ownYear(context, seller.id, Number(dayOf(now).slice(0, 4))),
    reported: latest.flatMap((report) => {
      const row = report.rows.find((each) => each.sellerId === seller.id && each.outcome === "REPORTED")
      return row ? [{ year: report.year, row }] : []
    }),
  }
}

/** The yearly report on sellers (DAC7), and what a seller sees of it. */
export const dac7Resolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    dac7Year: async (_source, { year, rates }: { year: number; rates?: AskedRates }, { scope }) => ({
      year,
      rows: (await reportRows(scope, year, ratesOf(rates))).rows,
      reports: await listReports(scope, { year }),
    }),
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
