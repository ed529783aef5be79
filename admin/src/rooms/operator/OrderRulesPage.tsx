import { Button, Switch, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../api/hooks"
import { Answer } from "../../ui/Feedback"
import { TextField } from "../../ui/Fields"
import { FormError } from "../../ui/FormError"
import { Page } from "../../ui/Page"
import { Panel } from "../../ui/Panel"
import { type Policy, PolicyQuery, SavePolicyMutation } from "./orders"

const DAYS = ["acceptWithinDays", "disputeAnswerDays", "disputeReactionDays", "disputeDecisionDays"] as const
const LEVELS = ["acceptance", "lateShipment", "cancellation", "returns", "incidents", "responseHours"] as const

/** What the operator asks of every order and every seller. */
export function OrderRulesPage() {
  const { t } = useTranslation()
  const query = useRoomQuery(PolicyQuery, {})
  return (
    <Page title={t("nav.orderRules")} lead={t("orderRules.lead")}>
      <Answer query={query}>{({ orderPolicy }) => <Rules policy={orderPolicy} />}</Answer>
    </Page>
  )
}

type Texts = Record<string, string>

const textsOf = ({ levels, ...policy }: Policy): Texts => ({
  ...Object.fromEntries(DAYS.map((name) => [name, String(policy[name])])),
  windowDays: String(levels.windowDays),
  minimumOrders: String(levels.minimumOrders),
  ...Object.fromEntries(
    LEVELS.flatMap((name) => [
      [`${name}.warn`, String(levels[name].warn)],
      [`${name}.suspend`, String(levels[name].suspend)],
    ]),
  ),
})

function Rules({ policy }: { policy: Policy }) {
  const { t } = useTranslation()
  const [texts, setTexts] = useState(() => textsOf(policy))
  const [automatic, setAutomatic] = useState(policy.suspendAutomatically)
  const [tried, setTried] = useState(false)
  const save = useRoomMutation(SavePolicyMutation, { said: t("orderRules.saved"), quiet: true })
  const number = (name: string): number => Number((texts[name] ?? "").replace(",", "."))
  const wrong = (name: string): boolean => (texts[name] ?? "").trim() === "" || !Number.isFinite(number(name))
  const field = (name: string, label: string) => (
    <TextField
      key={name}
      label={label}
      inputMode="decimal"
      value={texts[name] ?? ""}
      error={tried && wrong(name) ? t("orderRules.wrong") : undefined}
      onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
    />
  )
  const send = (): void => {
    setTried(true)
    if (Object.keys(texts).some(wrong)) return
    const limits = (name: string) => ({ warn: number(`${name}.warn`), suspend: number(`${name}.suspend`) })
    save.mutate({
      input: {
        acceptWithinDays: number("acceptWithinDays"),
        disputeAnswerDays: number("disputeAnswerDays"),
        disputeReactionDays: number("disputeReactionDays"),
        disputeDecisionDays: number("disputeDecisionDays"),
        suspendAutomatically: automatic,
        levels: {
          windowDays: number("windowDays"),
          minimumOrders: number("minimumOrders"),
          acceptance: limits("acceptance"),
          lateShipment: limits("lateShipment"),
          cancellation: limits("cancellation"),
          returns: limits("returns"),
          incidents: limits("incidents"),
          responseHours: limits("responseHours"),
        },
      },
    })
  }
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <FormError error={save.error} />
      <Panel title={t("orderRules.deadlines")}>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {DAYS.map((name) =>
            field(
              name,
              name === "acceptWithinDays"
                ? t(`orderRules.${name}`)
                : `${t(`orderRules.${name}`)} (${t("orderRules.days")})`,
            ),
          )}
        </div>
      </Panel>
      <Panel title={t("orderRules.levels")}>
        <Text size="small" className="text-ui-fg-subtle mb-4">
          {t("orderRules.levelsHint")}
        </Text>
        <div className="flex flex-col gap-4">
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            {field("windowDays", t("orderRules.windowDays"))}
            {field("minimumOrders", t("orderRules.minimumOrders"))}
          </div>
          {LEVELS.map((name) => (
            <fieldset key={name} className="grid gap-4 border-t pt-3 sm:grid-cols-2 lg:grid-cols-4">
              <legend className="float-left pt-2 text-sm font-medium">{t(`orderRules.${name}`)}</legend>
              {field(`${name}.warn`, t("orderRules.warn"))}
              {field(`${name}.suspend`, t("orderRules.suspend"))}
            </fieldset>
          ))}
          <label className="flex items-start gap-3 border-t pt-4 text-sm">
            <Switch
              className="shrink-0"
              checked={automatic}
              onCheckedChange={setAutomatic}
              aria-label={t("orderRules.suspendAutomatically")}
            />
            <span>
              <span className="block font-medium">{t("orderRules.suspendAutomatically")}</span>
              <span className="text-ui-fg-subtle">{t("orderRules.suspendHint")}</span>
            </span>
          </label>
        </div>
      </Panel>
      <Button type="submit" className="self-start" isLoading={save.isPending}>
        {t("orderRules.save")}
      </Button>
    </form>
  )
}
