import type { TFunction } from "i18next"
import { roomRequest } from "../../api/hooks"
import type { Language } from "../../i18n/money"
import { decimalsOf, plainAmount } from "../../i18n/money"
import { downloadCsv, toCsv } from "../../ui/csv"
import { StatementQuery } from "./statement"

const PAGE = 50

/** All pages of the month in one currency, as one file. */
export async function downloadStatement(
  { month, currency, language }: { month: string; currency?: string; language: Language },
  t: TFunction,
  kind: (kind: string) => string,
): Promise<void> {
  const header = ["date", "kind", "order", "description", "amount", "currency"] as const
  const rows: string[][] = [header.map((name) => t(`common.${name}`))]
  for (let page = 1, total = 1; (page - 1) * PAGE < total; page += 1) {
    const { sellerStatement } = await roomRequest("SELLER", StatementQuery, {
      month,
      currency,
      page,
      pageSize: PAGE,
      locale: language,
    })
    total = sellerStatement.entryTotal
    for (const { at, kind: name, orderNumber, description, amount } of sellerStatement.entries) {
      const value = plainAmount(amount.amount, decimalsOf(amount.currency), language)
      rows.push([at, kind(name), String(orderNumber ?? ""), description, value, amount.currency])
    }
  }
  downloadCsv(`gondola-${month}-${currency ?? "EUR"}.csv`, toCsv(rows, language))
}
