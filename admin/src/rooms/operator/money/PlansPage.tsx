import { Plus } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { DataTable } from "../../../ui/DataTable"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { Page } from "../../../ui/Page"
import { Panel } from "../../../ui/Panel"
import { StateBadge } from "../../../ui/StateBadge"
import { HandlingFeePanel } from "./HandlingFeePanel"
import { PlanDrawer } from "./PlanDrawer"
import { type Plan, PlansQuery } from "./plans"
import { useDay } from "./PlanTimes"
import { SellerPlanPanel } from "./SellerPlanPanel"

export function PlansPage() {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<Plan | "new">()
  const query = useRoomQuery(PlansQuery, {})
  return (
    <Page
      title={t("nav.plans")}
      lead={t("fees.plansLead")}
      actions={
        <Button size="small" onClick={() => setEdited("new")}>
          <Plus aria-hidden /> {t("fees.newPlan")}
        </Button>
      }
    >
      <Answer query={query}>
        {({ plans, feeSettings }) => (
          <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
            <Panel title={t("nav.plans")} flush>
              {plans.length === 0 ? (
                <EmptyNote title={t("fees.noPlans")} hint={t("fees.noPlansHint")} />
              ) : (
                <Plans plans={plans} edit={setEdited} />
              )}
            </Panel>
            <div className="flex flex-col gap-4">
              <SellerPlanPanel plans={plans} />
              <HandlingFeePanel fee={feeSettings.handlingFee} />
            </div>
          </div>
        )}
      </Answer>
      {edited && <PlanDrawer plan={edited === "new" ? undefined : edited} close={() => setEdited(undefined)} />}
    </Page>
  )
}

function Plans({ plans, edit }: { plans: readonly Plan[]; edit: (plan: Plan) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const day = useDay()
  return (
    <DataTable
      label={t("nav.plans")}
      rows={plans}
      rowKey={(plan) => plan.id}
      onOpen={edit}
      columns={[
        {
          key: "name",
          header: t("fees.plan"),
          cell: (plan) => (
            <button type="button" className="font-medium underline-offset-2 hover:underline" onClick={() => edit(plan)}>
              {plan.name}
            </button>
          ),
        },
        { key: "price", header: t("fees.net_"), end: true, cell: (plan) => format.money(plan.monthlyPrice) },
        {
          key: "free",
          header: t("fees.period"),
          wide: true,
          cell: (plan) =>
            plan.freeFrom || plan.freeUntil
              ? t("fees.free", {
                  from: plan.freeFrom ? day(plan.freeFrom) : "…",
                  until: plan.freeUntil ? day(plan.freeUntil) : "…",
                })
              : "–",
        },
        { key: "sellers", header: t("nav.sellers"), end: true, cell: (plan) => format.number(plan.sellers) },
        {
          key: "state",
          header: t("common.state"),
          cell: (plan) => <StateBadge state={plan.active ? "ACTIVE" : "PAUSED"} />,
        },
      ]}
    />
  )
}
