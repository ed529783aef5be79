import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useRoomMutation } from "../../api/hooks"
import { BackLink } from "../../ui/BackLink"
import { Page } from "../../ui/Page"
import { Panel } from "../../ui/Panel"
import { Steps } from "../../ui/Steps"
import { useDraft } from "../../ui/useDraft"
import { BudgetStep } from "./BudgetStep"
import { EstimatePanel } from "./EstimatePanel"
import { ProductStep } from "./ProductStep"
import { TargetStep } from "./TargetStep"
import type { CampaignDraft } from "./draft"
import { CreateCampaignMutation, EMPTY_DRAFT, inputOf, problemsOf } from "./draft"
import { FormError } from "../../ui/FormError"

const STEPS = ["products", "targets", "budgets"] as const

export function NewCampaignPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [draft, setDraft, clear] = useDraft<CampaignDraft>("gondola.campaign", EMPTY_DRAFT)
  const [step, setStep] = useState(0)
  const [tried, setTried] = useState<number>(-1)
  const create = useRoomMutation(CreateCampaignMutation, {
    said: t("brand.created"),
    quiet: true,
    done: ({ createCampaign }) => {
      clear()
      void navigate(`/brand/campaigns/${createCampaign.id}`)
    },
  })
  const change = (part: Partial<CampaignDraft>): void => setDraft((before) => ({ ...before, ...part }))
  const problems = problemsOf(draft, new Date())
  const current = STEPS[step] ?? "products"
  const next = (): void => {
    setTried(Math.max(tried, step))
    if (Object.keys(problems[current]).length > 0) return
    if (step < STEPS.length - 1) setStep(step + 1)
    else create.mutate({ input: inputOf(draft) })
  }
  const shown = tried >= step ? problems[current] : {}
  return (
    <>
      <BackLink to="/brand/campaigns">{t("nav.campaigns")}</BackLink>
      <Page title={t("brand.newCampaign")} lead={t("brand.newLead")}>
        <Steps
          current={step}
          names={STEPS.map((name) => t(`brand.step_${name}`))}
          go={(to) => to < step && setStep(to)}
        />
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <Panel title={t(`brand.step_${current}`)}>
            <div className="flex flex-col gap-4">
              <FormError error={create.error} />
              {current === "products" && <ProductStep draft={draft} change={change} problems={shown} />}
              {current === "targets" && <TargetStep draft={draft} change={change} problems={shown} />}
              {current === "budgets" && <BudgetStep draft={draft} change={change} problems={shown} />}
              <div className="flex justify-between gap-2 border-t pt-4">
                <Button variant="secondary" disabled={step === 0} onClick={() => setStep(step - 1)}>
                  {t("common.back")}
                </Button>
                <Button isLoading={create.isPending} onClick={next}>
                  {t(step < STEPS.length - 1 ? "common.next" : "brand.submit")}
                </Button>
              </div>
            </div>
          </Panel>
          <EstimatePanel draft={draft} />
        </div>
      </Page>
    </>
  )
}
