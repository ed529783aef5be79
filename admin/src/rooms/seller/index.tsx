import { Route, Routes } from "react-router-dom"
import { NotFound } from "../../app/NotFound"
import { FigurePage } from "../../board/FigurePage"
import { AccountPage } from "./AccountPage"
import { DashboardPage } from "./DashboardPage"
import { OffersPage } from "./OffersPage"
import { OrderPage } from "./OrderPage"
import { OrdersPage } from "./OrdersPage"
import { PayoutsPage } from "./payouts/PayoutsPage"
import { PerformancePage } from "./PerformancePage"
import { ReturnsPage } from "./ReturnsPage"
import { SimulatorPage } from "../../simulator/SimulatorPage"
import { StatementPage } from "./StatementPage"
import { TariffPage } from "./TariffPage"
import { useSellerBoard } from "./useSellerBoard"

export default function SellerRoom() {
  return (
    <Routes>
      <Route index element={<DashboardPage />} />
      <Route path="figures/:code" element={<FigurePage room="/seller" useBoard={useSellerBoard} />} />
      <Route path="offers" element={<OffersPage />} />
      <Route path="orders" element={<OrdersPage />} />
      <Route path="orders/:id" element={<OrderPage />} />
      <Route path="performance" element={<PerformancePage />} />
      <Route path="returns" element={<ReturnsPage />} />
      <Route path="statement" element={<StatementPage />} />
      <Route path="simulator" element={<SimulatorPage />} />
      <Route path="tariff" element={<TariffPage />} />
      <Route path="payouts" element={<PayoutsPage />} />
      <Route path="account" element={<AccountPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
