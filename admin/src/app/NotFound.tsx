import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { EmptyNote } from "../ui/Feedback"
import { Page } from "../ui/Page"

export function NotFound() {
  const { t } = useTranslation()
  return (
    <Page title={t("notFound.title")}>
      <EmptyNote
        title={t("notFound.text")}
        action={
          <Button asChild variant="secondary">
            <Link to="/">{t("notFound.back")}</Link>
          </Button>
        }
      />
    </Page>
  )
}
