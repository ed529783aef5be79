import { useTranslation } from "react-i18next"
import { graphql } from "../api/graphql"
import { useRoomMutation, useRoomQuery } from "../api/hooks"
import { ChoiceField } from "../ui/Fields"

const LanguageQuery = graphql(`
  query MailLanguage {
    mailLanguage
  }
`)
const SetMutation = graphql(`
  mutation SetMailLanguage($locale: Locale) {
    setMailLanguage(locale: $locale)
  }
`)

/** In which language a member of a seller's team is written to. */
export function MailLanguage() {
  const { t } = useTranslation()
  const query = useRoomQuery(LanguageQuery, {})
  const set = useRoomMutation(SetMutation, { said: t("bell.saved") })
  if (!query.data) return null
  return (
    <section className="mt-2 border-t pt-4">
      <ChoiceField
        label={t("bell.language")}
        value={query.data.mailLanguage ?? ""}
        disabled={set.isPending}
        choices={[
          { value: "", label: t("bell.languageOfShop") },
          { value: "fr", label: "Français" },
          { value: "en", label: "English" },
        ]}
        onChange={(event) => set.mutate({ locale: (event.target.value || null) as "fr" | "en" | null })}
      />
    </section>
  )
}
