import { Route, Routes } from "react-router-dom"
import { MyDataPage } from "../../app/MyDataPage"
import { NotFound } from "../../app/NotFound"
import { FigurePage } from "../../board/FigurePage"
import { DisputePage } from "../../orders/DisputePage"
import { DisputesPage } from "../../orders/DisputesPage"
import { MessagesPage } from "../../orders/MessagesPage"
import { AccountPage } from "./AccountPage"
import { DashboardPage } from "./DashboardPage"
import { ApplicationPage } from "./file/ApplicationPage"
import { MyShopPage } from "./file/MyShopPage"
import { StandingPage } from "./file/StandingPage"
import { TeamPage } from "./file/TeamPage"
import { ImportPage } from "./imports/ImportPage"
import { ImportsPage } from "./imports/ImportsPage"
import { DeveloperPage } from "./developer/DeveloperPage"
import { OffersPage } from "./OffersPage"
import { ProposalsPage } from "./ProposalsPage"
import { OrderPage } from "./OrderPage"
import { OrdersPage } from "./OrdersPage"
import { PayoutsPage } from "./payouts/PayoutsPage"
import { PerformancePage } from "./PerformancePage"
import { ReturnsPage } from "./ReturnsPage"
import { SimulatorPage } from "../../simulator/SimulatorPage"
import { StatementPage } from "./StatementPage"
import { TariffPage } from "./TariffPage"
import { useSellerBoard } from "./useSellerBoard"
import { SaleDocumentsPage } from "../../sale-documents/SaleDocumentsPage"
import { DocumentsPage } from "./documents/DocumentsPage"
import { TaxPage } from "./documents/TaxPage"

export default function SellerRoom() {
  return (
    <Routes>
      <Route index element={<DashboardPage />} />
      <Route path="figures/:code" element={<FigurePage room="/seller" useBoard={useSellerBoard} />} />
      <Route path="offers" element={<OffersPage />} />
      <Route path="imports" element={<ImportsPage />} />
      <Route path="imports/new" element={<ImportPage />} />
      <Route path="proposals" element={<ProposalsPage />} />
      <Route path="orders" element={<OrdersPage />} />
      <Route path="orders/:id" element={<OrderPage />} />
      <Route path="messages" element={<MessagesPage />} />
      <Route path="disputes" element={<DisputesPage />} />
      <Route path="disputes/:id" element={<DisputePage />} />
      <Route path="performance" element={<PerformancePage />} />
      <Route path="returns" element={<ReturnsPage />} />
      <Route path="statement" element={<StatementPage />} />
      <Route path="simulator" element={<SimulatorPage />} />
      <Route path="tariff" element={<TariffPage />} />
      <Route path="payouts" element={<PayoutsPage />} />
      <Route path="application" element={<ApplicationPage />} />
      <Route path="shop" element={<MyShopPage />} />
      <Route path="team" element={<TeamPage />} />
      <Route path="standing" element={<StandingPage />} />
      <Route path="developer" element={<DeveloperPage />} />
      <Route path="account" element={<AccountPage />} />
      <Route path="documents" element={<DocumentsPage />} />
      <Route path="customer-invoices" element={<SaleDocumentsPage />} />
      <Route path="tax" element={<TaxPage />} />
      <Route path="my-data" element={<MyDataPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
