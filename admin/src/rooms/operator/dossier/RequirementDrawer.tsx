import { Button, Drawer } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { ChoiceField, TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { SidePanel } from "../../../ui/SidePanel"
import { Tick } from "../../../ui/Tick"
import { useConfirm } from "../../../ui/useConfirm"
import type { Requirement } from "./requirements"
import { RetireMutation, SaveRequirementMutation } from "./requirements"

const KINDS = ["DOCUMENT", "TAX_ID", "VAT_NUMBER", "EPR", "BANK_ACCOUNT", "SHOP_RETURNS"] as const
const AUDIENCES = ["ANY", "FR", "EU", "OUTSIDE_EU"] as const
const FORMS = ["COMPANY", "SOLE_TRADER", "ASSOCIATION"] as const
const STREAMS = [
  "PACKAGING",
  "PAPER",
  "ELECTRONICS",
  "BATTERIES",
  "FURNITURE",
  "TEXTILES",
  "TOYS",
  "SPORTS",
  "GARDEN",
  "BUILDING",
  "TYRES",
] as const

interface Values {
  kind: Requirement["kind"]
  audience: Requirement["audience"]
  legalForm: Requirement["legalForm"] | ""
  stream: NonNullable<Requirement["stream"]>
  label: { fr: string; en: string }
  help: { fr: string; en: string }
  mandatory: boolean
  needsExpiry: boolean
}

export function RequirementDrawer({ requirement, close }: { requirement?: Requirement; close: () => void }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const confirm = useConfirm()
  const { register, handleSubmit, watch, formState } = useForm<Values>({
    defaultValues: {
      kind: requirement?.kind ?? "DOCUMENT",
      audience: requirement?.audience ?? "ANY",
      legalForm: requirement?.legalForm ?? "",
      stream: requirement?.stream ?? "PACKAGING",
      label: requirement?.label ?? { fr: "", en: "" },
      help: requirement?.help ?? { fr: "", en: "" },
      mandatory: requirement?.mandatory ?? true,
      needsExpiry: requirement?.needsExpiry ?? false,
    },
  })
  const save = useRoomMutation(SaveRequirementMutation, { said: t("checklist.saved"), quiet: true, done: close })
  const retire = useRoomMutation(RetireMutation, { said: t("checklist.retired"), done: close })
  const kind = watch("kind")
  const submit = ({ legalForm, stream, ...values }: Values): void =>
    save.mutate({
      id: requirement?.id ?? null,
      input: { ...values, legalForm: legalForm || null, stream: kind === "EPR" ? stream : null },
    })
  const askRetire = async (): Promise<void> => {
    if (!requirement) return
    const sure = await confirm({
      title: t("checklist.retireTitle", { name: requirement.label[language] }),
      description: t("checklist.retireText"),
      confirm: t("checklist.retire"),
    })
    if (sure) retire.mutate({ id: requirement.id })
  }
  const choices = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  const needed = { required: true, maxLength: 120 }
  return (
    <SidePanel
      title={requirement ? t("checklist.edit", { name: requirement.label[language] }) : t("checklist.add")}
      close={close}
    >
      <form noValidate className="flex min-h-0 flex-1 flex-col" onSubmit={(event) => void handleSubmit(submit)(event)}>
        <Drawer.Body className="flex flex-1 flex-col gap-4 overflow-y-auto p-4">
          <FormError error={save.error} />
          <ChoiceField
            label={t("checklist.kind")}
            disabled={Boolean(requirement)}
            choices={choices(KINDS, (value) => t(`requirementKinds.${value}`))}
            {...register("kind")}
          />
          {kind === "EPR" && (
            <ChoiceField
              label={t("checklist.stream")}
              choices={choices(STREAMS, (value) => t(`streams.${value}`))}
              {...register("stream")}
            />
          )}
          <ChoiceField
            label={t("checklist.audience")}
            choices={choices(AUDIENCES, (value) => t(`audiences.${value}`))}
            {...register("audience")}
          />
          <ChoiceField
            label={t("checklist.form")}
            choices={[
              { value: "", label: t("checklist.anyForm") },
              ...choices(FORMS, (value) => t(`legalForms.${value}`)),
            ]}
            {...register("legalForm")}
          />
          <TextField
            label={t("checklist.labelFr")}
            error={formState.errors.label?.fr && t("forms.required")}
            {...register("label.fr", needed)}
          />
          <TextField
            label={t("checklist.labelEn")}
            error={formState.errors.label?.en && t("forms.required")}
            {...register("label.en", needed)}
          />
          <TextField label={t("checklist.helpFr")} {...register("help.fr")} />
          <TextField label={t("checklist.helpEn")} {...register("help.en")} />
          <Tick label={t("checklist.mandatory")} {...register("mandatory")} />
          {kind === "DOCUMENT" && <Tick label={t("checklist.needsExpiry")} {...register("needsExpiry")} />}
        </Drawer.Body>
        <Drawer.Footer>
          {requirement && (
            <Button type="button" variant="secondary" onClick={() => void askRetire()}>
              {t("checklist.retire")}
            </Button>
          )}
          <Button type="submit" isLoading={save.isPending}>
            {t("checklist.save")}
          </Button>
        </Drawer.Footer>
      </form>
    </SidePanel>
  )
}
