import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../api/hooks"
import { Answer } from "../../ui/Feedback"
import { Page } from "../../ui/Page"
import { Panel } from "../../ui/Panel"
import { PlacementForm } from "./PlacementForm"
import { SettingsQuery } from "./placement"

const PER_PAGE = 24

export function PlacementPage() {
  const { t } = useTranslation()
  const query = useRoomQuery(SettingsQuery, {})
  return (
    <Page title={t("nav.placement")} lead={t("operator.placementLead")}>
      <Answer query={query}>
        {({ placementSettings: settings }) => (
          <>
            <PlacementForm key={JSON.stringify(settings)} settings={settings} />
            <div className="grid gap-4 lg:grid-cols-2">
              <SlotMap title={t("operator.searchSlots")} slots={settings.searchSlots} />
              <SlotMap title={t("operator.categorySlots")} slots={settings.categorySlots} />
            </div>
          </>
        )}
      </Answer>
    </Page>
  )
}

/** The page's grid with the paid places marked; the words below say the same. */
function SlotMap({ title, slots }: { title: string; slots: readonly number[] }) {
  const { t } = useTranslation()
  return (
    <Panel title={title}>
      <ol className="grid grid-cols-4 gap-2" aria-hidden>
        {Array.from({ length: PER_PAGE }, (_, place) => {
          const paid = slots.includes(place)
          return (
            <li
              key={place}
              className={`flex h-12 items-center justify-center rounded-md border text-xs ${
                paid
                  ? "border-[color:var(--g-sponsored)] bg-[color:var(--g-sponsored-soft)] font-semibold text-[color:var(--g-sponsored)]"
                  : "text-ui-fg-muted"
              }`}
            >
              {place + 1}
            </li>
          )
        })}
      </ol>
      <p className="text-ui-fg-subtle mt-3 text-sm">
        {t("operator.slotsAre", { places: slots.map((slot) => slot + 1).join(", ") })}
      </p>
    </Panel>
  )
}
