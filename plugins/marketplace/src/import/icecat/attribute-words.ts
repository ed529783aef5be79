interface Words {
  readonly fr: string
  readonly en?: string
  readonly unit?: string
}

/** French names and units of the attributes that most sheets have; Icecat's export carries neither. */
const WORDS: Readonly<Record<string, Words>> = {
  product_colour: { fr: "Couleur", en: "Colour" },
  cable_colour: { fr: "Couleur du câble", en: "Cable colour" },
  type: { fr: "Type" },
  product_type: { fr: "Type de produit", en: "Product type" },
  weight: { fr: "Poids", en: "Weight", unit: "g" },
  width: { fr: "Largeur", en: "Width", unit: "mm" },
  height: { fr: "Hauteur", en: "Height", unit: "mm" },
  depth: { fr: "Profondeur", en: "Depth", unit: "mm" },
  package_weight: { fr: "Poids emballé", en: "Package weight", unit: "g" },
  package_width: { fr: "Largeur de l'emballage", en: "Package width", unit: "mm" },
  package_height: { fr: "Hauteur de l'emballage", en: "Package height", unit: "mm" },
  package_depth: { fr: "Profondeur de l'emballage", en: "Package depth", unit: "mm" },
  cable_length: { fr: "Longueur du câble", en: "Cable length", unit: "m" },
  compatibility: { fr: "Compatibilité", en: "Compatibility" },
  brand_compatibility: { fr: "Marque compatible", en: "Brand compatibility" },
  quantity_per_pack: { fr: "Quantité par paquet", en: "Quantity per pack" },
  printing_colours: { fr: "Couleurs d'impression", en: "Printing colours" },
  print_technology: { fr: "Technologie d'impression", en: "Print technology" },
  black_toner_page_yield: { fr: "Autonomie en noir", en: "Black page yield", unit: "pages" },
  colour_toner_page_yield: { fr: "Autonomie en couleur", en: "Colour page yield", unit: "pages" },
  page_yield: { fr: "Autonomie", en: "Page yield", unit: "pages" },
  ink_type: { fr: "Type d'encre", en: "Ink type" },
  country_of_origin: { fr: "Pays d'origine", en: "Country of origin" },
  operating_temperature__t_t_: { fr: "Température de fonctionnement", en: "Operating temperature" },
  storage_temperature__t_t_: { fr: "Température de stockage", en: "Storage temperature" },
  connector_1: { fr: "Connecteur 1", en: "Connector 1" },
  connector_2: { fr: "Connecteur 2", en: "Connector 2" },
  connector_gender: { fr: "Genre des connecteurs", en: "Connector gender" },
  connectivity_technology: { fr: "Connectivité", en: "Connectivity" },
  certification: { fr: "Certification" },
  material: { fr: "Matière", en: "Material" },
  form_factor: { fr: "Format", en: "Form factor" },
  package_type: { fr: "Emballage", en: "Package type" },
  cable_type: { fr: "Type de câble", en: "Cable type" },
  cable_standard: { fr: "Norme du câble", en: "Cable standard" },
  cable_shielding: { fr: "Blindage", en: "Cable shielding" },
  processor_family: { fr: "Famille de processeur", en: "Processor family" },
  processor_manufacturer: { fr: "Fabricant du processeur", en: "Processor manufacturer" },
  processor_model: { fr: "Modèle de processeur", en: "Processor model" },
  processor_cores: { fr: "Cœurs", en: "Processor cores" },
  processor_frequency: { fr: "Fréquence du processeur", en: "Processor frequency", unit: "GHz" },
  processor_boost_frequency: { fr: "Fréquence turbo", en: "Processor boost frequency", unit: "GHz" },
  processor_socket: { fr: "Socket", en: "Processor socket" },
  thermal_design_power__tdp_: { fr: "Enveloppe thermique", en: "Thermal design power", unit: "W" },
  internal_memory: { fr: "Mémoire vive", en: "Internal memory", unit: "Go" },
  internal_memory_type: { fr: "Type de mémoire", en: "Memory type" },
  memory_clock_speed: { fr: "Fréquence de la mémoire", en: "Memory clock speed", unit: "MHz" },
  total_storage_capacity: { fr: "Capacité de stockage", en: "Storage capacity", unit: "Go" },
  storage_media: { fr: "Support de stockage", en: "Storage media" },
  display_diagonal: { fr: "Diagonale", en: "Display diagonal", unit: "″" },
  display_resolution: { fr: "Définition", en: "Display resolution" },
  operating_system_installed: { fr: "Système d'exploitation", en: "Operating system" },
  compatible_operating_systems: { fr: "Systèmes compatibles", en: "Compatible operating systems" },
  usb_2_0_ports_quantity: { fr: "Ports USB 2.0", en: "USB 2.0 ports" },
  hdmi_ports_quantity: { fr: "Ports HDMI", en: "HDMI ports" },
  vga__d_sub__ports_quantity: { fr: "Ports VGA", en: "VGA ports" },
  ethernet_lan__rj_45__ports: { fr: "Ports Ethernet", en: "Ethernet ports" },
  data_transfer_rate: { fr: "Débit", en: "Data transfer rate", unit: "Mbit/s" },
  ethernet_lan: { fr: "Ethernet", en: "Ethernet" },
  wi_fi: { fr: "Wi-Fi", en: "Wi-Fi" },
  bluetooth: { fr: "Bluetooth", en: "Bluetooth" },
  touchscreen: { fr: "Écran tactile", en: "Touchscreen" },
  battery_technology: { fr: "Technologie de batterie", en: "Battery technology" },
  battery_capacity: { fr: "Capacité de la batterie", en: "Battery capacity", unit: "mAh" },
  energy_star_certified: { fr: "Certifié Energy Star", en: "Energy Star certified" },
  rohs_compliance: { fr: "Conforme RoHS", en: "RoHS compliance" },
  power_consumption__typical_: { fr: "Consommation", en: "Power consumption", unit: "W" },
  media_sheets_per_package: { fr: "Feuilles par paquet", en: "Sheets per package" },
  labels_per_pack: { fr: "Étiquettes par paquet", en: "Labels per pack" },
  recommended_age__min_: { fr: "Âge minimal", en: "Recommended age", unit: "ans" },
}

/** Packing and logistics that no shopper filters by, and Icecat's own bookkeeping. */
const DROPPED =
  /^(master__outer|quantity_per_(pallet|master)|pallet_|number_of_(cartons|layers)|last_change|processor_ark_id|harmonized_system|status$|oem_code|.*__imperial_$|.*__uk_$|package_.*__imperial)/

export const isShown = (key: string): boolean => !DROPPED.test(key)

export function wordsOf(key: string): { label: string; labelEn: string; unit?: string } {
  const words = WORDS[key]
  const plain = humanised(key)
  return {
    label: words?.fr ?? plain,
    labelEn: words?.en ?? words?.fr ?? plain,
    ...(words?.unit ? { unit: words.unit } : {}),
  }
}

/** `number_of_usb_ports__front_` → `Number of usb ports (front)`. */
function humanised(key: string): string {
  const text = key
    .replace(/__(.+?)_(?=_|$)/g, " ($1)")
    .replace(/_+/g, " ")
    .trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}
