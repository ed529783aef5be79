import { Button, Heading } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { ChoiceField, TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { notify } from "../../../ui/notify"
import { Panel } from "../../../ui/Panel"
import { Tick } from "../../../ui/Tick"
import { COUNTRIES } from "./countries"
import type { SellerFile } from "./file"
import { SaveFileMutation } from "./file"
import { useIdentifier } from "./useIdentifier"

const TEXTS = [
  "name",
  "legalName",
  "registrationNumber",
  "vatNumber",
  "taxId",
  "euResponsible",
  "street",
  "postalCode",
  "city",
  "email",
  "phone",
] as const
type TextName = (typeof TEXTS)[number]
type Values = Record<TextName, string> &
  Pick<SellerFile, "legalForm" | "countryCode" | "locale" | "selfCertified" | "acceptsTerms" | "acceptsShopReturns">

const valuesOf = (file: SellerFile): Values => ({
  ...(Object.fromEntries(TEXTS.map((name) => [name, file[name] ?? ""])) as Record<TextName, string>),
  legalForm: file.legalForm,
  countryCode: file.countryCode,
  locale: file.locale,
  selfCertified: file.selfCertified,
  acceptsTerms: file.acceptsTerms,
  acceptsShopReturns: file.acceptsShopReturns,
})

/** What was verified may not come back, not even unchanged: only what the person touched is sent. */
const touched = (values: Values, dirty: Partial<Record<keyof Values, unknown>>): Partial<Values> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => dirty[name as keyof Values]))

/** Every field is saved for itself: what is right stays, what is wrong is marked. */
export function FileForm({ file }: { file: SellerFile }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const form = useForm<Values>({ defaultValues: valuesOf(file) })
  const { register, handleSubmit, setError, getValues, formState } = form
  // Read while drawing: the form counts touched fields only for who asks then.
  const { dirtyFields } = formState
  const save = useRoomMutation(SaveFileMutation, {
    quiet: true,
    done: ({ saveSellerFile: { problems } }) => {
      for (const { field } of problems) setError(field as TextName, { message: t("file.looksWrong") })
      if (problems.length > 0) notify.failed(t("file.savedInPart"))
      else {
        notify.done(t("file.saved"))
        form.reset(getValues())
      }
    },
  })
  const checks = {
    registrationNumber: useIdentifier("REGISTRATION_NUMBER"),
    vatNumber: useIdentifier("VAT_NUMBER"),
    taxId: useIdentifier("TAX_ID"),
    phone: useIdentifier("PHONE"),
  }
  const isChecked = (name: TextName): name is keyof typeof checks => name in checks
  const verified = ["ACTIVE", "SUSPENDED", "CLOSED"].includes(file.state)
  const field = (
    name: TextName,
    extra: { hint?: string; type?: string; fixed?: boolean; autoComplete?: string } = {},
  ) => {
    const check = isChecked(name) ? checks[name] : undefined
    return (
      <TextField
        label={t(`file.${name}`)}
        hint={extra.hint}
        type={extra.type}
        autoComplete={extra.autoComplete}
        readOnly={!file.mayEdit || (verified && extra.fixed)}
        error={formState.errors[name]?.message ?? check?.problem}
        {...register(name, { onBlur: () => check?.check(getValues(name), getValues("countryCode")) })}
      />
    )
  }
  const names = new Intl.DisplayNames(language, { type: "region" })
  const tick = (name: "selfCertified" | "acceptsTerms" | "acceptsShopReturns", fixed = false) => (
    <Tick label={t(`file.${name}`)} disabled={!file.mayEdit || fixed} {...register(name)} />
  )
  return (
    <Panel>
      <form
        noValidate
        className="flex flex-col gap-6"
        onSubmit={(event) => void handleSubmit((values) => save.mutate({ input: touched(values, dirtyFields) }))(event)}
      >
        <FormError error={save.error} />
        <Group title={t("file.identity")}>
          {field("name", { fixed: true, autoComplete: "organization" })}
          {field("legalName", { fixed: true, autoComplete: "organization" })}
          <div className="grid gap-4 sm:grid-cols-2">
            <ChoiceField
              label={t("file.legalForm")}
              disabled={!file.mayEdit || verified}
              choices={(["COMPANY", "SOLE_TRADER", "ASSOCIATION"] as const).map((value) => ({
                value,
                label: t(`legalForms.${value}`),
              }))}
              {...register("legalForm")}
            />
            <ChoiceField
              label={t("file.country")}
              disabled={!file.mayEdit || verified}
              choices={COUNTRIES.map((value) => ({ value, label: names.of(value.toUpperCase()) ?? value }))}
              {...register("countryCode")}
            />
          </div>
          {field("euResponsible", { hint: t("file.euHint") })}
        </Group>
        <Group title={t("file.numbers")}>
          {field("registrationNumber", { hint: t("file.registrationHint"), fixed: true })}
          {field("vatNumber")}
          {field("taxId", { hint: t("file.taxHint") })}
        </Group>
        <Group title={t("file.contact")}>
          {field("street", { autoComplete: "street-address" })}
          <div className="grid grid-cols-[8rem_1fr] gap-4">
            {field("postalCode", { autoComplete: "postal-code" })}
            {field("city", { autoComplete: "address-level2" })}
          </div>
          {field("email", { type: "email", autoComplete: "email" })}
          {field("phone", { type: "tel", autoComplete: "tel" })}
          <ChoiceField
            label={t("file.locale")}
            disabled={!file.mayEdit}
            choices={[
              { value: "fr", label: "Français" },
              { value: "en", label: "English" },
            ]}
            {...register("locale")}
          />
        </Group>
        <Group title={t("file.promises")}>
          {tick("selfCertified", file.selfCertified && verified)}
          {tick("acceptsTerms", file.acceptsTerms)}
          {tick("acceptsShopReturns")}
        </Group>
        {file.mayEdit && (
          <Button type="submit" className="self-start" isLoading={save.isPending}>
            {t("file.save")}
          </Button>
        )}
      </form>
    </Panel>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4">
      <Heading level="h2" className="text-base font-semibold">
        {title}
      </Heading>
      {children}
    </section>
  )
}
