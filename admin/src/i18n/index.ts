import i18next from "i18next"
import { initReactI18next } from "react-i18next"
import { en, fr } from "./messages"

export const LANGUAGES = ["fr", "en"] as const
export type Language = (typeof LANGUAGES)[number]

const KEY = "gondola.language"
const stored = localStorage.getItem(KEY)

void i18next.use(initReactI18next).init({
  lng: stored === "en" ? "en" : "fr",
  fallbackLng: "fr",
  resources: { fr: { translation: fr }, en: { translation: en } },
  interpolation: { escapeValue: false },
  returnNull: false,
})

const mark = (language: string): void => {
  document.documentElement.lang = language
}
mark(i18next.language)
i18next.on("languageChanged", (language) => {
  localStorage.setItem(KEY, language)
  mark(language)
})

export const useLanguage = (): Language => (i18next.language === "en" ? "en" : "fr")
export { i18next }
