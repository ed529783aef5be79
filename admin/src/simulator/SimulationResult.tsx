import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../i18n/format"
import { Panel } from "../ui/Panel"
import { Terms } from "../ui/Terms"
import type { Simulation } from "./simulation"

/** What is taken and what is left, then every rule that was asked and why it did not hold. */
export function SimulationResult({ sale, own }: { sale: Simulation; own: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const minus = (money: { amount: number; currency: string }) => format.money({ ...money, amount: -money.amount })
  const rate = [
    format.bps(sale.rateBps),
    sale.fixed.amount > 0 && format.money(sale.fixed),
    sale.vatMode === "ADDED" && sale.commissionVatBps > 0 && t("fees.vat"),
  ]
    .filter(Boolean)
    .join(" + ")
  return (
    <div className="flex flex-col gap-4">
      <Panel title={sale.productTitle ?? t("fees.result")}>
        <Terms
          rows={[
            [t("fees.gross"), format.money(sale.gross)],
            [
              `${t("fees.commissionAll")} (${rate})`,
              minus({ ...sale.commission, amount: sale.commission.amount + sale.commissionVat.amount }),
            ],
            [
              t("fees.ofWhichVat", { rate: format.bps(sale.commissionVatBps) }),
              sale.commissionVatBps > 0 ? minus(sale.commissionVat) : t(`fees.vatTreatment_${sale.vatTreatment}`),
            ],
            ...(sale.withheldVat.amount > 0 ? [[t("fees.withheldVat"), minus(sale.withheldVat)] as const] : []),
          ]}
        />
        <p className="mt-3 flex items-baseline justify-between border-t pt-3 font-semibold">
          <span>{t(own ? "fees.netYou" : "fees.net")}</span>
          <span className="tabular text-xl">{format.money(sale.net)}</span>
        </p>
      </Panel>
      <Panel title={t("fees.tried")} flush>
        {sale.ruleName === null && <p className="text-ui-fg-subtle px-4 py-3 text-sm sm:px-5">{t("fees.noRule")}</p>}
        <ol className="divide-y">
          {sale.tried.map((rule) => (
            <li key={rule.id} className="flex flex-wrap items-center gap-3 px-4 py-2.5 text-sm sm:px-5">
              <span className="tabular bg-ui-bg-component flex size-6 items-center justify-center rounded-full text-xs">
                {rule.position}
              </span>
              <span className="min-w-0 flex-1">{rule.name}</span>
              {rule.matches ? (
                <StatusBadge color="green">{t("fees.ruleHolds")}</StatusBadge>
              ) : (
                <span className="text-ui-fg-subtle">
                  {rule.misses.map((miss) => t(`fees.miss_${miss}`)).join(", ")}
                </span>
              )}
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  )
}
