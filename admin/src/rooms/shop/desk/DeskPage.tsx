import { useTranslation } from "react-i18next"
import { Page } from "../../../ui/Page"
import { Desk } from "./Desk"
import { PinGate } from "./PinGate"

export function DeskPage() {
  const { t } = useTranslation()
  return (
    <div className="desk">
      <PinGate fallback={(pad) => <Page title={t("nav.desk")}>{pad}</Page>}>
        <Desk />
      </PinGate>
    </div>
  )
}
