import { useTranslation } from "react-i18next"

/** What a seller still lacks, by the gate's name. */
export function useGate(): (name: string) => string {
  const { t } = useTranslation()
  return (name) => {
    const asked = /^requirement_(.+)$/.exec(name)?.[1]
    return asked ? t("gates.requirement", { name: asked.replaceAll("_", " ") }) : wordsOf(name)
  }
  function wordsOf(name: string): string {
    return t(`gates.${name.toLowerCase().replace(/[^a-z]+/g, "_")}` as "gates.approval", { defaultValue: name })
  }
}
