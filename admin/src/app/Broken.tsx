import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRouteError } from "react-router-dom"
import { EmptyNote } from "../ui/Feedback"

/** A page that could not be drawn, most often because a newer portal was put in place while it was open. */
export function Broken() {
  const { t } = useTranslation()
  const error = useRouteError()
  return (
    <main className="bg-ui-bg-subtle flex min-h-dvh items-center justify-center p-4">
      <div role="alert">
        <h1 className="sr-only">{t("broken.title")}</h1>
        <EmptyNote
          title={t("broken.title")}
          hint={t("broken.text")}
          action={
            <Button variant="secondary" onClick={() => location.reload()}>
              {t("broken.reload")}
            </Button>
          }
        />
        <details className="text-ui-fg-muted mx-auto max-w-prose px-4 text-xs">
          <summary className="cursor-pointer">{t("broken.detail")}</summary>
          <code className="break-words">{error instanceof Error ? error.message : String(error)}</code>
        </details>
      </div>
    </main>
  )
}
