import { Route, Routes } from "react-router-dom"
import { NotFound } from "../../app/NotFound"
import { AccountPage } from "./AccountPage"
import { DashboardPage } from "./DashboardPage"
import { OffersPage } from "./OffersPage"
import { OrderPage } from "./OrderPage"
import { OrdersPage } from "./OrdersPage"
import { ReturnsPage } from "./ReturnsPage"
import { StatementPage } from "./StatementPage"

export default function SellerRoom() {
  return (
    <Routes>
      <Route index element={<DashboardPage />} />
      <Route path="offers" element={<OffersPage />} />
      <Route path="orders" element={<OrdersPage />} />
      <Route path="orders/:id" element={<OrderPage />} />
      <Route path="returns" element={<ReturnsPage />} />
      <Route path="statement" element={<StatementPage />} />
      <Route path="account" element={<AccountPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
