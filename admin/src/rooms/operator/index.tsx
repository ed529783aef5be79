import { Route, Routes } from "react-router-dom"
import { MyDataPage } from "../../app/MyDataPage"
import { NotFound } from "../../app/NotFound"
import { FigurePage } from "../../board/FigurePage"
import { DisputePage } from "../../orders/DisputePage"
import { DisputesPage } from "../../orders/DisputesPage"
import { MessagesPage } from "../../orders/MessagesPage"
import { AuditPage } from "./AuditPage"
import { BuyBoxPage } from "./catalogue/BuyBoxPage"
import { CataloguePage } from "./catalogue/CataloguePage"
import { ListingRulesPage } from "./catalogue/ListingRulesPage"
import { ProposalsPage } from "./catalogue/ProposalsPage"
import { SheetPage } from "./catalogue/SheetPage"
import { CampaignsPage } from "./CampaignsPage"
import { CommissionLinesPage } from "./CommissionLinesPage"
import { CommissionRulesPage } from "./CommissionRulesPage"
import { DashboardPage } from "./DashboardPage"
import { ChecklistPage } from "./dossier/ChecklistPage"
import { NoticesPage } from "./dossier/NoticesPage"
import { SellerPage } from "./dossier/SellerPage"
import { TermsPage } from "./dossier/TermsPage"
import { ChecksPage } from "./goods/ChecksPage"
import { TakedownsPage } from "./goods/TakedownsPage"
import { ImportsPage } from "./ImportsPage"
import { ImportPage } from "../seller/imports/ImportPage"
import { BookPage } from "./money/BookPage"
import { FeesPage } from "./money/FeesPage"
import { OperatorSimulatorPage } from "./money/OperatorSimulatorPage"
import { PlansPage } from "./money/PlansPage"
import { UnitsPage } from "./money/UnitsPage"
import { OrderPage } from "./OrderPage"
import { OrderRulesPage } from "./OrderRulesPage"
import { OrdersPage } from "./OrdersPage"
import { PayoutsPage } from "./payouts/PayoutsPage"
import { PayoutTermsPage } from "./payouts/PayoutTermsPage"
import { ReconciliationPage } from "./payouts/ReconciliationPage"
import { MailsPage } from "./records/MailsPage"
import { PrivacyPage } from "./records/PrivacyPage"
import { TrailPage } from "./records/TrailPage"
import { RefundsPage } from "./refunds/RefundsPage"
import { PlacementPage } from "./PlacementPage"
import { SellersPage } from "./SellersPage"
import { ExplainPage } from "./search/ExplainPage"
import { PinsPage } from "./search/PinsPage"
import { SynonymsPage } from "./search/SynonymsPage"
import { ZeroResultsPage } from "./search/ZeroResultsPage"
import { ServiceLevelsPage } from "./ServiceLevelsPage"
import { useOperatorBoard } from "./useOperatorBoard"
import { SaleDocumentsPage } from "../../sale-documents/SaleDocumentsPage"
import { DocumentsPage } from "./documents/DocumentsPage"
import { Dac7Page } from "./documents/Dac7Page"

export default function OperatorRoom() {
  return (
    <Routes>
      <Route index element={<DashboardPage />} />
      <Route path="figures/:code" element={<FigurePage room="/operator" useBoard={useOperatorBoard} />} />
      <Route path="sellers" element={<SellersPage />} />
      <Route path="sellers/:id" element={<SellerPage />} />
      <Route path="checklist" element={<ChecklistPage />} />
      <Route path="terms" element={<TermsPage />} />
      <Route path="notices" element={<NoticesPage />} />
      <Route path="checks" element={<ChecksPage />} />
      <Route path="takedowns" element={<TakedownsPage />} />
      <Route path="service-levels" element={<ServiceLevelsPage />} />
      <Route path="orders" element={<OrdersPage />} />
      <Route path="orders/:id" element={<OrderPage />} />
      <Route path="messages" element={<MessagesPage />} />
      <Route path="disputes" element={<DisputesPage />} />
      <Route path="disputes/:id" element={<DisputePage />} />
      <Route path="order-rules" element={<OrderRulesPage />} />
      <Route path="commission-rules" element={<CommissionRulesPage />} />
      <Route path="commission-lines" element={<CommissionLinesPage />} />
      <Route path="refunds" element={<RefundsPage />} />
      <Route path="payouts" element={<PayoutsPage />} />
      <Route path="payout-terms" element={<PayoutTermsPage />} />
      <Route path="reconciliation" element={<ReconciliationPage />} />
      <Route path="simulator" element={<OperatorSimulatorPage />} />
      <Route path="plans" element={<PlansPage />} />
      <Route path="fees" element={<FeesPage />} />
      <Route path="units" element={<UnitsPage />} />
      <Route path="ledger" element={<BookPage />} />
      <Route path="synonyms" element={<SynonymsPage />} />
      <Route path="pins" element={<PinsPage />} />
      <Route path="explain" element={<ExplainPage />} />
      <Route path="zero-results" element={<ZeroResultsPage />} />
      <Route path="campaigns" element={<CampaignsPage />} />
      <Route path="placement" element={<PlacementPage />} />
      <Route path="imports" element={<ImportsPage />} />
      <Route path="imports/new" element={<ImportPage />} />
      <Route path="mails" element={<MailsPage />} />
      <Route path="trail" element={<TrailPage />} />
      <Route path="privacy" element={<PrivacyPage />} />
      <Route path="audit" element={<AuditPage />} />
      <Route path="catalogue" element={<CataloguePage />} />
      <Route path="catalogue/:id" element={<SheetPage />} />
      <Route path="proposals" element={<ProposalsPage />} />
      <Route path="listing-rules" element={<ListingRulesPage />} />
      <Route path="buy-box" element={<BuyBoxPage />} />
      <Route path="documents" element={<DocumentsPage />} />
      <Route path="customer-invoices" element={<SaleDocumentsPage />} />
      <Route path="dac7" element={<Dac7Page />} />
      <Route path="my-data" element={<MyDataPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
