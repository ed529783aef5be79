import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** Says the language it leads to, in that language. */
export function LanguageSwitch() {
  const { i18n } = useTranslation()
  const other = i18n.language === "en" ? "fr" : "en"
  return (
    <Button variant="transparent" size="small" lang={other} onClick={() => void i18n.changeLanguage(other)}>
      {other.toUpperCase()}
      <span className="sr-only">{other === "fr" ? "Passer en français" : "Switch to English"}</span>
    </Button>
  )
}
