import { Route, Routes } from "react-router-dom"
import { MyDataPage } from "../../app/MyDataPage"
import { NotFound } from "../../app/NotFound"
import { CustodyPage } from "./CustodyPage"
import { DashboardPage } from "./DashboardPage"
import { ReturnPage } from "./ReturnPage"
import { ReturnsPage } from "./ReturnsPage"
import { DeskPage } from "./desk/DeskPage"

export default function ShopRoom() {
  return (
    <Routes>
      <Route index element={<DeskPage />} />
      <Route path="dashboard" element={<DashboardPage />} />
      <Route path="returns" element={<ReturnsPage />} />
      <Route path="returns/:id" element={<ReturnPage />} />
      <Route path="custody" element={<CustodyPage />} />
      <Route path="my-data" element={<MyDataPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
