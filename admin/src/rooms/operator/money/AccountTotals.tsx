import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { Answer } from "../../../ui/Feedback"
import { Panel } from "../../../ui/Panel"
import { Terms } from "../../../ui/Terms"
import { AccountsQuery } from "./book"
import { useAccount } from "./useAccount"

/** Σ of every account and of VAT by rate; a click filters the entries below. */
export function AccountTotals({
  span,
  choose,
}: {
  span: { from: string | null; to: string | null }
  choose: (account: string) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const account = useAccount()
  const query = useRoomQuery(AccountsQuery, span)
  return (
    <Answer query={query} rows={3}>
      {({ bookAccounts, bookTaxes }) => (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <Panel title={t("fees.totals")}>
            <ul className="grid gap-x-8 gap-y-1 text-sm sm:grid-cols-2">
              {bookAccounts.map((total) => (
                <li
                  key={`${total.account} ${total.amount.currency}`}
                  className="flex items-baseline justify-between gap-4"
                >
                  <button
                    type="button"
                    className="min-w-0 text-left underline-offset-2 hover:underline"
                    onClick={() => choose(total.account)}
                  >
                    {account(total.account)}
                  </button>
                  <span className="tabular">{format.micros(total.amount)}</span>
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title={t("fees.byRate")}>
            {bookTaxes.length === 0 ? (
              t("fees.noEntries")
            ) : (
              <Terms
                rows={bookTaxes.map((total) => [
                  `${total.taxCode ? taxName(total.taxCode, format.bps) : "–"} (${total.amount.currency})`,
                  format.micros(total.amount),
                ])}
              />
            )}
          </Panel>
        </div>
      )}
    </Answer>
  )
}

/** `FR:2000` → «FR 20 %». */
function taxName(code: string, bps: (value: number) => string): string {
  const [where = "", rate = "0"] = code.split(":")
  return `${where} ${bps(Number(rate))}`
}
