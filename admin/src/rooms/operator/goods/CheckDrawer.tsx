import { Button, Drawer } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useRoomMutation } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { ChoiceField, TextareaField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { SidePanel } from "../../../ui/SidePanel"
import { Terms } from "../../../ui/Terms"
import { Tick } from "../../../ui/Tick"
import type { Check } from "./queries"
import { RecordCheckMutation } from "./queries"

/** The State's own list of dangerous products: where a check looks first (DSA art. 31 (3)). */
const SAFETY_GATE = "https://ec.europa.eu/safety-gate-alerts/screen/search"
const RAPPEL_CONSO = "https://rappel.conso.gouv.fr/"

export function CheckDrawer({ check, close }: { check: Check; close: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { safety } = check
  return (
    <SidePanel title={check.title} close={close}>
      <Drawer.Body className="flex flex-1 flex-col gap-5 overflow-y-auto p-4">
        <Terms
          rows={[
            [t("goods.trader"), check.sellerName ?? t("goods.house")],
            [
              t("goods.sheet"),
              <Link key="sheet" className="text-ui-fg-interactive" to={`/operator/catalogue/${check.productId}`}>
                {t("goods.openSheet")}
              </Link>,
            ],
            [t("goods.gtins"), check.gtins.join(", ") || "–"],
            [
              t("goods.manufacturer"),
              [safety?.manufacturer, safety?.manufacturerContact].filter(Boolean).join(", ") || "–",
            ],
            [t("goods.euResponsible"), safety?.euResponsible ?? "–"],
            [t("goods.warnings"), safety?.warnings.join(" · ") || "–"],
            [t("goods.drawn"), `${format.dateTime(check.drawnAt)} · ${check.week}`],
          ]}
        />
        <p className="text-sm">
          {t("goods.where")}{" "}
          <a className="text-ui-fg-interactive underline" href={SAFETY_GATE} target="_blank" rel="noreferrer">
            Safety Gate
          </a>
          {" · "}
          <a className="text-ui-fg-interactive underline" href={RAPPEL_CONSO} target="_blank" rel="noreferrer">
            RappelConso
          </a>
        </p>
        {check.outcome ? <Done check={check} /> : <OutcomeForm check={check} close={close} />}
      </Drawer.Body>
    </SidePanel>
  )
}

function Done({ check }: { check: Check }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Terms
      rows={[
        [t("goods.outcome"), check.outcome ? t(`checkOutcomes.${check.outcome}`) : "–"],
        [t("goods.finding"), check.finding ?? "–"],
        [t("goods.checkedAt"), check.checkedAt ? format.dateTime(check.checkedAt) : "–"],
        ...(check.outcome === "SAFETY_WRONG"
          ? [[t("goods.mended"), check.mendedAt ? format.dateTime(check.mendedAt) : t("goods.notMended")] as const]
          : []),
        ...(check.takedownNumber
          ? [
              [
                t("goods.takedown"),
                <Link
                  key="takedown"
                  className="text-ui-fg-interactive"
                  to={`/operator/takedowns?q=${check.takedownNumber}`}
                >
                  {t("goods.number", { number: check.takedownNumber })}
                </Link>,
              ] as const,
            ]
          : []),
      ]}
    />
  )
}

interface Form {
  outcome: "OK" | "SAFETY_WRONG" | "ILLEGAL"
  finding: string
  kind: "ILLEGAL" | "RECALL"
  redress: string
  everySeller: boolean
}

function OutcomeForm({ check, close }: { check: Check; close: () => void }) {
  const { t } = useTranslation()
  const { register, handleSubmit, formState, watch } = useForm<Form>({
    defaultValues: {
      outcome: "OK",
      finding: "",
      kind: "ILLEGAL",
      redress: t("goods.usualRedress"),
      everySeller: false,
    },
  })
  const record = useRoomMutation(RecordCheckMutation, { said: t("goods.recorded"), quiet: true, done: close })
  const outcome = watch("outcome")
  const submit = ({ finding, kind, redress, everySeller, ...form }: Form): void =>
    record.mutate({
      id: check.id,
      outcome: form.outcome,
      finding: finding.trim() || null,
      goods: form.outcome === "ILLEGAL" ? { kind, redress, everySeller: everySeller || !check.sellerId } : null,
    })
  const required = t("forms.required")
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void handleSubmit(submit)(event)}>
      <FormError error={record.error} />
      <ChoiceField
        label={t("goods.outcome")}
        hint={t(`goods.then_${outcome}`)}
        choices={(["OK", "SAFETY_WRONG", "ILLEGAL"] as const).map((value) => ({
          value,
          label: t(`checkOutcomes.${value}`),
        }))}
        {...register("outcome")}
      />
      <TextareaField
        label={t("goods.finding")}
        hint={outcome === "OK" ? undefined : t("goods.findingHint")}
        optional={outcome === "OK" ? t("common.optional") : undefined}
        rows={3}
        error={formState.errors.finding && required}
        {...register("finding", { validate: (text) => outcome === "OK" || text.trim().length >= 10 })}
      />
      {outcome === "ILLEGAL" && (
        <>
          <ChoiceField
            label={t("goods.kind")}
            hint={t(`goods.kind_${watch("kind")}`)}
            choices={(["ILLEGAL", "RECALL"] as const).map((value) => ({ value, label: t(`takedownKinds.${value}`) }))}
            {...register("kind")}
          />
          <TextareaField
            label={t("goods.redress")}
            hint={t("goods.redressHint")}
            rows={3}
            error={formState.errors.redress && required}
            {...register("redress", { validate: (text) => text.trim().length >= 10 })}
          />
          {check.sellerId && <Tick label={t("goods.everySeller")} {...register("everySeller")} />}
        </>
      )}
      <Button
        type="submit"
        className="self-start"
        variant={outcome === "ILLEGAL" ? "danger" : "primary"}
        isLoading={record.isPending}
      >
        {t("goods.record")}
      </Button>
    </form>
  )
}
