import { usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

interface Question {
  title: string
  description: string
  confirm: string
  danger?: boolean
}

/** What cannot be undone asks once, in words of what will happen. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const prompt = usePrompt()
  const { t } = useTranslation()
  return ({ title, description, confirm, danger = true }) =>
    prompt({
      title,
      description,
      confirmText: confirm,
      cancelText: t("common.cancel"),
      variant: danger ? "danger" : "confirmation",
    })
}
