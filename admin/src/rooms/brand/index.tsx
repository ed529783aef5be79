import { Route, Routes } from "react-router-dom"
import { MyDataPage } from "../../app/MyDataPage"
import { NotFound } from "../../app/NotFound"
import { CampaignPage } from "./CampaignPage"
import { CampaignsPage } from "./CampaignsPage"
import { NewCampaignPage } from "./NewCampaignPage"
import { ReportPage } from "./ReportPage"
import { WalletPage } from "./WalletPage"

export default function BrandRoom() {
  return (
    <Routes>
      <Route index element={<ReportPage />} />
      <Route path="campaigns" element={<CampaignsPage />} />
      <Route path="campaigns/new" element={<NewCampaignPage />} />
      <Route path="campaigns/:id" element={<CampaignPage />} />
      <Route path="wallet" element={<WalletPage />} />
      <Route path="my-data" element={<MyDataPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
