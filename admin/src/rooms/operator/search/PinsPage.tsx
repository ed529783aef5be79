import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { Page } from "../../../ui/Page"
import { Panel } from "../../../ui/Panel"
import { AllPins } from "./AllPins"
import { HitList } from "./HitList"
import { PinnedList } from "./PinnedList"
import { ProductFinder } from "./ProductFinder"
import type { Place } from "./QueryBar"
import { QueryBar } from "./QueryBar"
import { ExplainQuery, PinsQuery, SavePinMutation } from "./search"

const SHOWN = 24

/** Two panes: what is pinned here, and the page as shoppers see it now. */
export function PinsPage() {
  const { t } = useTranslation()
  const { language } = useFormat()
  const [address, setAddress] = useSearchParams()
  const place: Place = { query: address.get("query") ?? "", category: address.get("category") ?? "" }
  const chosen = place.query !== "" || place.category !== ""
  const where = { query: place.query || null, category: place.category || null }
  const pins = useRoomQuery(PinsQuery, { page: 1, ...where }, { enabled: chosen })
  const live = useRoomQuery(
    ExplainQuery,
    { input: { ...where, locale: language, explain: true, pageSize: SHOWN } },
    { enabled: chosen },
  )
  const save = useRoomMutation(SavePinMutation, { said: t("search.pinSaved") })
  const show = (next: Place): void =>
    setAddress(Object.fromEntries(Object.entries(next).filter(([, value]) => value)) as Record<string, string>)
  const pin = (productId: string, position: number, id?: string): void =>
    save.mutate({ id: id ?? null, input: { ...where, productId, position } })
  return (
    <Page title={t("nav.pins")} lead={t("search.pinsLead")}>
      <Panel>
        <QueryBar key={place.query} place={place} show={show} />
      </Panel>
      {!chosen ? (
        <AllPins open={show} />
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-4">
            <Panel title={t("search.pinned")} flush>
              <Answer query={pins} rows={3}>
                {(data) => (
                  <PinnedList pins={data.pins.items} move={(row, position) => pin(row.productId, position, row.id)} />
                )}
              </Answer>
            </Panel>
            <ProductFinder pin={pin} taken={pins.data?.pins.items.map((row) => row.productId) ?? []} />
          </div>
          <Panel title={t("search.preview")} flush>
            <Answer query={live}>
              {({ search }) =>
                search.hits.length === 0 ? (
                  <EmptyNote title={t("search.nothing")} />
                ) : (
                  <HitList hits={search.hits} pin={pin} />
                )
              }
            </Answer>
          </Panel>
        </div>
      )}
    </Page>
  )
}
