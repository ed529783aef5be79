import { Button, Drawer } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { ChoiceField, TextareaField } from "../../../ui/Fields"
import type { Synonym } from "./synonyms"
import { SaveSynonymMutation } from "./synonyms"
import { FormError } from "../../../ui/FormError"
import { SidePanel } from "../../../ui/SidePanel"

interface SynonymForm {
  kind: Synonym["kind"]
  locale: Synonym["locale"]
  words: string
  active: "yes" | "no"
}

const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,;]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
]

export function SynonymDrawer({ synonym, word, close }: { synonym?: Synonym; word?: string; close: () => void }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const { register, handleSubmit, formState } = useForm<SynonymForm>({
    defaultValues: {
      kind: synonym?.kind ?? "EQUIVALENT",
      locale: synonym?.locale ?? language,
      words: synonym?.words.join("\n") ?? (word ? `${word}\n` : ""),
      active: synonym?.active === false ? "no" : "yes",
    },
  })
  const save = useRoomMutation(SaveSynonymMutation, { said: t("search.synonymSaved"), done: close, quiet: true })
  const submit = (form: SynonymForm): void =>
    save.mutate({
      id: synonym?.id ?? null,
      input: { kind: form.kind, locale: form.locale, words: wordsOf(form.words), active: form.active === "yes" },
    })
  return (
    <SidePanel title={t(synonym ? "search.editSynonym" : "search.newSynonym")} close={close}>
      <form noValidate className="flex min-h-0 flex-1 flex-col" onSubmit={(event) => void handleSubmit(submit)(event)}>
        <Drawer.Body className="flex flex-1 flex-col gap-4 overflow-y-auto p-4">
          <FormError error={save.error} />
          <TextareaField
            label={t("search.words")}
            hint={t("search.wordsHint")}
            rows={6}
            error={formState.errors.words && t("search.wordsError")}
            {...register("words", { validate: (text) => wordsOf(text).length >= 2 })}
          />
          <ChoiceField
            label={t("common.kind")}
            hint={t("search.kindHint")}
            choices={(["EQUIVALENT", "ONE_WAY"] as const).map((value) => ({
              value,
              label: t(`search.kind_${value}`),
            }))}
            {...register("kind")}
          />
          <ChoiceField
            label={t("search.language")}
            choices={[
              { value: "fr", label: "Français" },
              { value: "en", label: "English" },
            ]}
            {...register("locale")}
          />
          <ChoiceField
            label={t("search.inUse")}
            choices={[
              { value: "yes", label: t("common.yes") },
              { value: "no", label: t("common.no") },
            ]}
            {...register("active")}
          />
        </Drawer.Body>
        <Drawer.Footer>
          <Button type="button" variant="secondary" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" isLoading={save.isPending}>
            {t("common.save")}
          </Button>
        </Drawer.Footer>
      </form>
    </SidePanel>
  )
}
