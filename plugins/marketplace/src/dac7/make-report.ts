import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, clockOf, notFound } from "@gondola/kit"
import { sha256 } from "@gondola/ledger"
import { issuerOf } from "../billing/parties"
import { dayOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { notifyAll, sellerReaders } from "../notifications/seller-readers"
import type { Act } from "../trail/act"
import { recordAct } from "../trail/record-act"
import { dpiTree, dpiXml, messageRef } from "./dpi-xml"
import { copyLetter } from "./letters"
import { isExcluded, type Year } from "./quarters"
import { shapeFaults } from "./dpi-shape"
import { type Rates, ratesOfYear } from "./rates"
import { readYears } from "./read-year"
import { type SubjectRow, taxSubjects } from "./subjects"
import { isReportable, missingTaxData, type MissingTaxData } from "./tax-data"

/** Why a seller stands in the report, or not. */
export type ReportOutcome =
  | "REPORTED"
  /** Below both thresholds. */
  | "EXCLUDED"
  /** Not resident in the EU. */
  | "ELSEWHERE"
  /** A person whose birth date is not known: the schema takes no one without. */
  | "INCOMPLETE"

export interface ReportRow {
  readonly sellerId: string
  readonly sellerName: string
  readonly outcome: ReportOutcome
  readonly missing: readonly MissingTaxData[]
  readonly year: Year
}

export function outcomeOf(seller: Pick<SubjectRow, "subject">, year: Year): ReportOutcome {
  if (!isReportable(seller.subject)) return "ELSEWHERE"
  if (isExcluded(year)) return "EXCLUDED"
  return missingTaxData(seller.subject).includes("birth") ? "INCOMPLETE" : "REPORTED"
}

/** What the year's report says about each seller that moved money, as things stand now, at the rates noted or given. */
export async function reportRows(
  container: MedusaContainer,
  year: number,
  rates: Rates = {},
  sellerIds: readonly string[] | null = null,
): Promise<{ rows: ReportRow[]; subjects: Map<string, SubjectRow> }> {
  const years = await readYears(
    container,
    year,
    { ...(await ratesOfYear(knexOf(container), year)), ...rates },
    sellerIds,
  )
  const subjects = await taxSubjects(knexOf(container), { sellerIds: [...years.keys()] })
  return {
    rows: subjects.map((seller) => ({
      sellerId: seller.sellerId,
      sellerName: seller.name,
      outcome: outcomeOf(seller, years.get(seller.sellerId)!),
      missing: missingTaxData(seller.subject),
      year: years.get(seller.sellerId)!,
    })),
    subjects: new Map(subjects.map((seller) => [seller.sellerId, seller])),
  }
}

export interface Dac7Report {
  readonly id: string
  readonly year: number
  readonly version: number
  readonly messageRef: string
  readonly madeAt: Date
  readonly sellers: number
  readonly excluded: number
  readonly sha256: string
  readonly rows: readonly ReportRow[]
  readonly copiesSentAt: Date | null
}

/** Writes the XML of a year that is over and keeps it; another call makes the next version. @throws BAD_INPUT | DAC7_RATE */
export async function makeReport(
  container: MedusaContainer,
  asked: { readonly year: number; readonly rates?: Rates; readonly actor: string },
): Promise<Dac7Report> {
  const knex = knexOf(container)
  const madeAt = clockOf(container).now()
  if (asked.year < 2023 || asked.year >= Number(dayOf(madeAt).slice(0, 4)))
    throw badInput("A year is reported when it is over")
  const operator = await issuerOf(container)
  const used = { ...(await ratesOfYear(knex, asked.year)), ...asked.rates }
  const { rows, subjects } = await reportRows(container, asked.year, asked.rates)
  const id = generateEntityId(undefined, "dac7r")
  await knex.transaction(async (trx) => {
    await trx.raw("select pg_advisory_xact_lock(hashtextextended('gondola:dac7', 0))")
    const [last] = (await trx("marketplace_dac7_report").where("year", asked.year).max("version as version")) as {
      version: number | null
    }[]
    const version = (last?.version ?? 0) + 1
    const sellers = rows
      .filter((row) => row.outcome === "REPORTED")
      .map((row) => ({ ...subjects.get(row.sellerId)!, year: row.year }))
    const report = { year: asked.year, version, madeAt, operator, sellers }
    const faults = shapeFaults(dpiTree(report))
    if (faults.length > 0)
      throw badInput(`The report does not fit the administration's schema: ${faults.slice(0, 3).join("; ")}`)
    const xml = dpiXml(report)
    await trx("marketplace_dac7_report").insert({
      id,
      year: asked.year,
      version,
      message_ref: messageRef(report),
      made_by: asked.actor,
      made_at: madeAt,
      sellers: sellers.length,
      excluded: rows.filter((row) => row.outcome === "EXCLUDED").length,
      xml,
      sha256: sha256(xml),
      rows: JSON.stringify(rows),
      rates: JSON.stringify(used),
    })
    await recordAct(
      container,
      {
        actor: { type: "OPERATOR", id: asked.actor },
        action: "dac7.report",
        subject: { type: "dac7_report", id },
        details: { year: asked.year, version, sellers: sellers.length },
      },
      trx,
    )
  })
  return readReport(container, { id })
}

/** @throws NOT_FOUND */
export async function readReport(container: MedusaContainer, where: { readonly id: string }): Promise<Dac7Report> {
  const [report] = await listReports(container, where)
  if (!report) throw notFound("This report")
  return report
}

/** Newest first. */
export async function listReports(
  container: MedusaContainer,
  where: { readonly id?: string; readonly year?: number } = {},
): Promise<Dac7Report[]> {
  return (await knexOf(container)("marketplace_dac7_report")
    .where(where)
    .orderBy([
      { column: "year", order: "desc" },
      { column: "version", order: "desc" },
    ])
    .select(
      "id",
      "year",
      "version",
      "message_ref as messageRef",
      "made_at as madeAt",
      "sellers",
      "excluded",
      "sha256",
      "rows",
      "copies_sent_at as copiesSentAt",
    )) as Dac7Report[]
}

/** It names persons with their numbers: who takes it is noted. @throws NOT_FOUND */
export async function reportXml(
  container: MedusaContainer,
  id: string,
  actor: Act["actor"],
): Promise<{ name: string; xml: string }> {
  const row = (await knexOf(container)("marketplace_dac7_report").where({ id }).first("message_ref", "xml")) as
    { message_ref: string; xml: string } | undefined
  if (!row) throw notFound("This report")
  await recordAct(container, { actor, action: "dac7.read", subject: { type: "dac7_report", id } })
  return { name: `${row.message_ref}.xml`, xml: row.xml }
}

/** Sends each reported seller what was reported about it (annex V, section III, A, 5), once a report. @throws NOT_FOUND */
export async function sendCopies(container: MedusaContainer, id: string): Promise<Dac7Report> {
  const knex = knexOf(container)
  const report = await readReport(container, { id })
  const reported = report.rows.filter((row) => row.outcome === "REPORTED")
  const sellers = await taxSubjects(knex, { sellerIds: reported.map((row) => row.sellerId) })
  await knex.transaction(async (trx) => {
    for (const seller of sellers)
      await notifyAll(
        container,
        await sellerReaders(trx, seller.sellerId, "finance"),
        {
          key: `dac7-copy:${report.id}:${seller.sellerId}`,
          kind: "tax-data.copy",
          letter: copyLetter({
            year: report.year,
            figures: reported.find((row) => row.sellerId === seller.sellerId)!.year,
          }),
          about: { type: "dac7_report", id: report.id },
        },
        trx,
      )
    await trx("marketplace_dac7_report")
      .where({ id, copies_sent_at: null })
      .update({ copies_sent_at: clockOf(container).now() })
  })
  return readReport(container, { id })
}
