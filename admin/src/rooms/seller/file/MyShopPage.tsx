import { useTranslation } from "react-i18next"
import { Page } from "../../../ui/Page"
import { CloseShopPanel } from "./CloseShopPanel"
import { HolidaysPanel } from "./HolidaysPanel"
import { ShopTermsPanel } from "./ShopTermsPanel"
import { ShopWordsPanel } from "./ShopWordsPanel"

/** The seller's public words, its holidays, its contract. */
export function MyShopPage() {
  const { t } = useTranslation()
  return (
    <Page title={t("myShop.title")} lead={t("myShop.lead")}>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <ShopWordsPanel />
        <div className="flex flex-col gap-4">
          <HolidaysPanel />
          <ShopTermsPanel />
          <CloseShopPanel />
        </div>
      </div>
    </Page>
  )
}
