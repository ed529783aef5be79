import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** Says the language it leads to, in that language. */
export function LanguageSwitch() {
  const { i18n } = useTranslation()
  const other = i18n.language === "en" ? "fr" : "en"
  return (
    <Button
      variant="transparent"
      size="small"
      lang={other}
      aria-label={other === "fr" ? "Passer en français" : "Switch to English"}
      onClick={() => void i18n.changeLanguage(other)}
    >
      {other.toUpperCase()}
    </Button>
  )
}
