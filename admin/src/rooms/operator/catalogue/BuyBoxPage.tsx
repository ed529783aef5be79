import { Label, Switch, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { Chart } from "../../../ui/Chart"
import { Answer } from "../../../ui/Feedback"
import { ChoiceField, TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { Page } from "../../../ui/Page"
import { Panel } from "../../../ui/Panel"
import { SaveBar } from "../../../ui/SaveBar"
import type { BuyBox } from "./queries"
import { BuyBoxQuery, SaveBuyBoxMutation } from "./queries"

const WEIGHTS = ["price", "leadTime", "stock", "quality", "condition"] as const

export function BuyBoxPage() {
  const { t } = useTranslation()
  const query = useRoomQuery(BuyBoxQuery, { days: 60 })
  return (
    <Page title={t("nav.buyBox")} lead={t("buyBox.lead")}>
      <Answer query={query} rows={8}>
        {(data) => (
          <>
            <SettingsForm key={JSON.stringify(data.buyBoxSettings)} settings={data.buyBoxSettings} />
            <Share share={data.buyBoxShare} />
          </>
        )}
      </Answer>
    </Page>
  )
}

function SettingsForm({ settings }: { settings: BuyBox["buyBoxSettings"] }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const [draft, setDraft] = useState(settings)
  const save = useRoomMutation(SaveBuyBoxMutation, { said: t("buyBox.saved"), quiet: true })
  return (
    <>
      <FormError error={save.error} />
      <Panel title={t("buyBox.rule")}>
        <div className="flex flex-col gap-4">
          <div className="max-w-sm">
            <ChoiceField
              label={t("buyBox.strategy")}
              value={draft.strategy}
              choices={settings.strategies.map((value) => ({
                value,
                label: t(`buyBox.strategy_${value}` as "buyBox.strategy_weighted", { defaultValue: value }),
              }))}
              onChange={(event) => setDraft({ ...draft, strategy: event.target.value })}
            />
          </div>
          {draft.strategy === "weighted" && (
            <div className="grid grid-cols-2 gap-3 sm:grid-cols-5">
              {WEIGHTS.map((name) => (
                <TextField
                  key={name}
                  label={t(`buyBox.weight_${name}`)}
                  inputMode="numeric"
                  value={String(draft.weights[name])}
                  onChange={(event) =>
                    setDraft({
                      ...draft,
                      weights: { ...draft.weights, [name]: Number(event.target.value.replace(/\D/g, "")) },
                    })
                  }
                />
              ))}
            </div>
          )}
          <div>
            <Text size="small" weight="plus">
              {t("buyBox.published")}
            </Text>
            <Text size="small" className="text-ui-fg-subtle max-w-3xl">
              {language === "fr" ? settings.ruleFr : settings.ruleEn}
            </Text>
          </div>
          <div className="flex items-start gap-3">
            <Switch
              className="shrink-0"
              id="auto-accept"
              checked={draft.autoAccept}
              onCheckedChange={(autoAccept) => setDraft({ ...draft, autoAccept })}
            />
            <Label htmlFor="auto-accept" size="small" className="flex flex-col gap-0.5">
              <span className="font-medium">{t("buyBox.autoAccept")}</span>
              <span className="text-ui-fg-subtle font-normal">{t("buyBox.autoAcceptHint")}</span>
            </Label>
          </div>
        </div>
      </Panel>
      <SaveBar
        dirty={JSON.stringify(draft) !== JSON.stringify(settings)}
        saving={save.isPending}
        discard={() => setDraft(settings)}
        save={() => {
          const { price, leadTime, stock, quality, condition } = draft.weights
          save.mutate({
            strategy: draft.strategy,
            autoAccept: draft.autoAccept,
            weights: { price, leadTime, stock, quality, condition },
          })
        }}
      />
    </>
  )
}

function Share({ share }: { share: BuyBox["buyBoxShare"] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const percent = (part: number, of: number): number => (of > 0 ? Math.round((1000 * part) / of) / 10 : 0)
  return (
    <Chart
      title={t("buyBox.share")}
      xLabel={t("offers.day")}
      xFormat={(day) => format.date(day)}
      rows={share.map((day) => ({
        x: day.day,
        contested: percent(day.retailerContested, day.contested),
        all: percent(day.retailerBoxes, day.boxes),
        count: day.contested,
      }))}
      series={[
        {
          key: "contested",
          label: t("buyBox.shareContested"),
          kind: "line",
          axis: "left",
          color: "var(--g-chart-1)",
          format: (value) => `${format.number(value)} %`,
        },
        {
          key: "all",
          label: t("buyBox.shareAll"),
          kind: "line",
          axis: "left",
          color: "var(--g-chart-2)",
          format: (value) => `${format.number(value)} %`,
        },
        {
          key: "count",
          label: t("buyBox.contested"),
          kind: "bar",
          axis: "right",
          color: "var(--g-chart-grid)",
          format: (value) => format.number(value),
          whole: true,
        },
      ]}
    />
  )
}
