import { useTranslation } from "react-i18next"
import { graphql } from "../../api/graphql"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { Answer } from "../../ui/Feedback"
import { Figures } from "../../ui/Figures"
import { List } from "../../ui/List"
import { Page } from "../../ui/Page"
import { Panel } from "../../ui/Panel"
import { useListParams } from "../../ui/useListParams"
import { FEE_KINDS, type FeeKind } from "../operator/money/fees"
import { PlanTimes } from "../operator/money/PlanTimes"

const PlanQuery = graphql(`
  query SellerPlan {
    sellerPlan {
      current {
        id
        planName
        monthlyPrice {
          amount
          currency
        }
      }
      dueThisMonth {
        amount
        currency
      }
      history {
        id
        planName
        from
        until
        freeFrom
        freeUntil
        monthlyPrice {
          amount
          currency
        }
      }
    }
  }
`)

const FeesQuery = graphql(`
  query SellerFees($page: Int, $kind: FeeKind, $locale: Locale) {
    sellerFees(page: $page, kind: $kind) {
      total
      page
      pageSize
      items {
        id
        kind
        description(locale: $locale)
        vatTreatment
        at
        net {
          amount
          currency
        }
        vat {
          amount
          currency
        }
      }
    }
  }
`)

/** The seller's plan and everything it was charged beside commission. */
export function TariffPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const kind = FEE_KINDS.find((each) => each === params.state) ?? (null as FeeKind | null)
  const plan = useRoomQuery(PlanQuery, {})
  const fees = useRoomQuery(FeesQuery, { page: params.page, kind, locale: format.language })
  return (
    <Page title={t("nav.tariff")} lead={t("fees.tariff")}>
      <Answer query={plan} rows={3}>
        {({ sellerPlan: { current, dueThisMonth, history } }) => (
          <>
            <Figures
              figures={[
                {
                  label: t("fees.currentPlan"),
                  value: current?.planName ?? t("fees.noPlan"),
                  hint: current ? t("fees.monthly", { price: format.money(current.monthlyPrice) }) : undefined,
                },
                { label: t("fees.due"), value: format.money(dueThisMonth), hint: t("fees.dueHint") },
              ]}
            />
            {history.length > 0 && (
              <Panel title={t("fees.history")}>
                <PlanTimes times={history} />
              </Panel>
            )}
          </>
        )}
      </Answer>
      <List
        label={t("nav.fees")}
        query={fees}
        pick={(data) => data.sellerFees}
        rowKey={(fee) => fee.id}
        params={params}
        filter={{
          label: t("fees.kind"),
          options: FEE_KINDS.map((value) => ({ value, label: t(`fees.kind_${value}`) })),
        }}
        empty={{ title: t("fees.noFees") }}
        columns={[
          { key: "at", header: t("common.date"), cell: (fee) => format.dateTime(fee.at) },
          { key: "kind", header: t("fees.kind"), wide: true, cell: (fee) => t(`fees.kind_${fee.kind}`) },
          {
            key: "what",
            header: t("common.description"),
            cell: (fee) => <span className="block max-w-[24rem] truncate">{fee.description}</span>,
          },
          { key: "net", header: t("fees.net_"), end: true, cell: (fee) => format.money(fee.net) },
          {
            key: "vat",
            header: t("fees.vat"),
            end: true,
            cell: (fee) => (fee.vat.amount === 0 ? t(`fees.vatTreatment_${fee.vatTreatment}`) : format.money(fee.vat)),
          },
        ]}
      />
    </Page>
  )
}
