import { Alert, Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

/** A key or a secret, this one time. */
export function ShownOnce({ label, secret, close }: { label: string; secret: string; close: () => void }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    setCopied(true)
  }
  return (
    <>
      <Drawer.Body className="flex flex-1 flex-col gap-4 overflow-y-auto p-4">
        <Alert variant="warning">{t("developer.shownOnce")}</Alert>
        <p className="text-sm font-medium">{label}</p>
        <code
          tabIndex={0}
          data-shown-once
          className="bg-ui-bg-subtle select-all break-all rounded-md border p-3 text-sm"
        >
          {secret}
        </code>
        <Button variant="secondary" onClick={() => void copy()}>
          {t(copied ? "developer.copied" : "developer.copy")}
        </Button>
        <span role="status" className="sr-only">
          {copied ? t("developer.copied") : ""}
        </span>
      </Drawer.Body>
      <Drawer.Footer>
        <Button onClick={close}>{t("developer.understood")}</Button>
      </Drawer.Footer>
    </>
  )
}
