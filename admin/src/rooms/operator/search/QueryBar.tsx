import { Button, Input } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { Choice } from "../../../ui/Fields"
import { categoryChoices } from "../categoryChoices"
import { CategoriesQuery } from "../rules"

export interface Place {
  query: string
  category: string
}

/** Which page of the shop: a query's or a category's. */
export function QueryBar({ place, show }: { place: Place; show: (place: Place) => void }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const [text, setText] = useState(place.query)
  const categories = useRoomQuery(CategoriesQuery, { locale: language })
  return (
    <form
      role="search"
      className="flex flex-wrap gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        show({ ...place, query: text.trim() })
      }}
    >
      <div className="min-w-0 flex-1 basis-60">
        <Input
          type="text"
          role="searchbox"
          aria-label={t("search.query")}
          placeholder={t("search.query")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Choice
        aria-label={t("operator.category")}
        className="!w-full sm:!w-60"
        value={place.category}
        onChange={(event) => show({ query: text.trim(), category: event.target.value })}
        choices={[
          { value: "", label: t("search.allCategories") },
          ...categoryChoices(categories.data?.categories ?? []),
        ]}
      />
      <Button type="submit">{t("search.show")}</Button>
    </form>
  )
}
