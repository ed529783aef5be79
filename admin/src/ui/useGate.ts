import { useTranslation } from "react-i18next"

/** What a seller still lacks, by the gate's name. */
export function useGate(): (name: string) => string {
  const { t } = useTranslation()
  return (name) => t(`gates.${name.toLowerCase().replace(/[^a-z]+/g, "_")}` as "gates.approval", { defaultValue: name })
}
