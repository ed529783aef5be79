import { Route, Routes } from "react-router-dom"
import { NotFound } from "../../app/NotFound"
import { FigurePage } from "../../board/FigurePage"
import { AuditPage } from "./AuditPage"
import { CampaignsPage } from "./CampaignsPage"
import { CommissionLinesPage } from "./CommissionLinesPage"
import { CommissionRulesPage } from "./CommissionRulesPage"
import { DashboardPage } from "./DashboardPage"
import { ImportsPage } from "./ImportsPage"
import { OrdersPage } from "./OrdersPage"
import { PlacementPage } from "./PlacementPage"
import { SellersPage } from "./SellersPage"
import { ExplainPage } from "./search/ExplainPage"
import { PinsPage } from "./search/PinsPage"
import { SynonymsPage } from "./search/SynonymsPage"
import { ZeroResultsPage } from "./search/ZeroResultsPage"
import { ServiceLevelsPage } from "./ServiceLevelsPage"
import { useOperatorBoard } from "./useOperatorBoard"

export default function OperatorRoom() {
  return (
    <Routes>
      <Route index element={<DashboardPage />} />
      <Route path="figures/:code" element={<FigurePage room="/operator" useBoard={useOperatorBoard} />} />
      <Route path="sellers" element={<SellersPage />} />
      <Route path="service-levels" element={<ServiceLevelsPage />} />
      <Route path="orders" element={<OrdersPage />} />
      <Route path="commission-rules" element={<CommissionRulesPage />} />
      <Route path="commission-lines" element={<CommissionLinesPage />} />
      <Route path="synonyms" element={<SynonymsPage />} />
      <Route path="pins" element={<PinsPage />} />
      <Route path="explain" element={<ExplainPage />} />
      <Route path="zero-results" element={<ZeroResultsPage />} />
      <Route path="campaigns" element={<CampaignsPage />} />
      <Route path="placement" element={<PlacementPage />} />
      <Route path="imports" element={<ImportsPage />} />
      <Route path="audit" element={<AuditPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
