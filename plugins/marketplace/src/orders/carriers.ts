/** A carrier whose parcels can be followed by address. */
export interface Carrier {
  readonly name: string
  /** Completed with the number. */
  readonly follow: string
}

/** In the order of the list that is offered; any other name may be typed and has no link. */
export const CARRIERS: readonly Carrier[] = [
  { name: "Colissimo", follow: "https://www.laposte.fr/outils/suivre-vos-envois?code=" },
  { name: "La Poste", follow: "https://www.laposte.fr/outils/suivre-vos-envois?code=" },
  { name: "Chronopost", follow: "https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT=" },
  { name: "Mondial Relay", follow: "https://www.mondialrelay.fr/suivi-de-colis/?numeroExpedition=" },
  { name: "DPD", follow: "https://www.dpd.fr/trace/" },
  { name: "GLS", follow: "https://gls-group.com/FR/fr/suivi-colis/?match=" },
  { name: "UPS", follow: "https://www.ups.com/track?tracknum=" },
  { name: "DHL", follow: "https://www.dhl.com/fr-fr/home/suivi.html?tracking-id=" },
  { name: "FedEx", follow: "https://www.fedex.com/fedextrack/?trknbr=" },
]

const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[^a-z0-9]/gi, "")
    .toLowerCase()

/** Where a shopper follows the parcel; null for a carrier that we do not know. */
export function trackingUrl(carrier: string, trackingNumber: string): string | null {
  const number = trackingNumber.replace(/\s+/g, "")
  const known = CARRIERS.find((each) => plain(each.name) === plain(carrier))
  return known && number ? `${known.follow}${encodeURIComponent(number)}` : null
}
