import type { CategoryDraft } from "../../catalogue/save-categories"

const category = (handle: string, fr: string, en: string, children?: readonly CategoryDraft[]): CategoryDraft => ({
  handle,
  name: { fr, en },
  ...(children ? { children } : {}),
})

/** Shelves of the electronics catalogue; leaves are what the rules name. */
export const ICECAT_CATEGORIES: readonly CategoryDraft[] = [
  category("ordinateurs", "Ordinateurs", "Computers", [
    category("ordinateurs-portables", "Ordinateurs portables", "Notebooks"),
    category("ordinateurs-de-bureau", "Ordinateurs de bureau", "Desktop computers"),
    category("serveurs", "Serveurs", "Servers"),
    category("tablettes", "Tablettes", "Tablets"),
    category("stations-d-accueil", "Stations d'accueil", "Docking stations"),
  ]),
  category("composants", "Composants", "Components", [
    category("processeurs", "Processeurs", "Processors"),
    category("memoire", "Mémoire vive", "Memory"),
    category("cartes-meres", "Cartes mères", "Motherboards"),
    category("cartes-graphiques", "Cartes graphiques", "Graphics cards"),
    category("cartes-d-extension", "Cartes d'extension", "Expansion cards"),
    category("boitiers-et-alimentations", "Boîtiers et alimentations", "Cases and power supplies"),
    category("refroidissement", "Refroidissement", "Cooling"),
  ]),
  category("stockage", "Stockage", "Storage", [
    category("disques-et-ssd", "Disques et SSD", "Drives and SSDs"),
    category("cartes-memoire-et-cles-usb", "Cartes mémoire et clés USB", "Memory cards and USB sticks"),
    category("lecteurs-optiques", "Lecteurs optiques", "Optical drives"),
    category("supports-vierges", "Disques et bandes vierges", "Blank media"),
    category("serveurs-de-stockage", "Stockage réseau et bandes", "Network and tape storage"),
  ]),
  category("ecrans-et-projection", "Écrans et projection", "Displays and projection", [
    category("moniteurs", "Moniteurs", "Monitors"),
    category("televiseurs", "Téléviseurs", "Televisions"),
    category("projecteurs", "Vidéoprojecteurs", "Projectors"),
    category("supports-d-ecran", "Supports et accessoires d'écran", "Mounts and display accessories"),
  ]),
  category("peripheriques", "Périphériques", "Peripherals", [
    category("claviers-et-souris", "Claviers et souris", "Keyboards and mice"),
    category("webcams", "Webcams", "Webcams"),
    category("hubs-et-kvm", "Hubs, KVM et partageurs", "Hubs, KVM and splitters"),
    category("jeu-video", "Jeu vidéo", "Gaming"),
  ]),
  category("impression", "Impression", "Printing", [
    category("imprimantes", "Imprimantes", "Printers"),
    category("encre-et-toner", "Encre et toner", "Ink and toner"),
    category("papier-et-etiquettes", "Papier et étiquettes", "Paper and labels"),
    category("pieces-d-imprimante", "Pièces et accessoires d'imprimante", "Printer parts and accessories"),
    category("scanners", "Scanners", "Scanners"),
  ]),
  category("reseau", "Réseau", "Networking", [
    category("commutateurs", "Commutateurs", "Switches"),
    category("routeurs-et-wifi", "Routeurs et Wi-Fi", "Routers and Wi-Fi"),
    category("cartes-et-adaptateurs-reseau", "Cartes et adaptateurs réseau", "Network cards and adapters"),
    category("baies-et-brassage", "Baies et brassage", "Racks and patching"),
  ]),
  category("cables-et-adaptateurs", "Câbles et adaptateurs", "Cables and adapters", [
    category("cables-reseau", "Câbles réseau", "Network cables"),
    category("cables-fibre-optique", "Fibre optique", "Fibre optic cables"),
    category("cables-usb", "Câbles USB", "USB cables"),
    category("cables-video", "Câbles vidéo", "Video cables"),
    category("cables-audio", "Câbles audio", "Audio cables"),
    category("cables-d-alimentation", "Câbles d'alimentation", "Power cables"),
    category("cables-de-donnees", "Câbles série, SATA et SCSI", "Serial, SATA and SCSI cables"),
    category("adaptateurs", "Adaptateurs", "Adapters"),
  ]),
  category("energie", "Énergie", "Power", [
    category("onduleurs", "Onduleurs", "UPS"),
    category("batteries", "Batteries", "Batteries"),
    category("chargeurs", "Chargeurs et blocs d'alimentation", "Chargers and power adapters"),
    category("multiprises-et-pdu", "Multiprises et PDU", "Power strips and PDUs"),
  ]),
  category("audio", "Audio", "Audio", [
    category("casques-et-ecouteurs", "Casques et écouteurs", "Headphones"),
    category("enceintes", "Enceintes", "Speakers"),
    category("baladeurs", "Baladeurs", "Portable players"),
    category("chaines-et-radios", "Chaînes, radios et home cinéma", "Hi-fi, radios and home cinema"),
    category("microphones", "Microphones", "Microphones"),
  ]),
  category("image", "Photo et vidéo", "Photo and video", [
    category("appareils-photo", "Appareils photo et caméscopes", "Cameras and camcorders"),
    category("accessoires-photo", "Objectifs et accessoires photo", "Lenses and camera accessories"),
    category("lecteurs-video", "Lecteurs DVD et Blu-ray", "DVD and Blu-ray players"),
    category("surveillance", "Surveillance et sécurité", "Surveillance and security"),
  ]),
  category("telephonie", "Téléphonie", "Phones", [
    category("telephones", "Téléphones", "Phones"),
    category("montres-connectees", "Montres connectées", "Smartwatches"),
    category("coques-et-protections", "Coques et protections", "Cases and protection"),
  ]),
  category("bagagerie", "Sacs et housses", "Bags and cases", [
    category("sacs-d-ordinateur", "Sacs d'ordinateur", "Notebook bags"),
    category("etuis-et-sacs", "Étuis et autres sacs", "Pouches and other bags"),
  ]),
  category("bureau", "Bureau", "Office", [
    category("fournitures", "Fournitures de bureau", "Office supplies"),
    category("logiciels", "Logiciels et licences", "Software and licences"),
    category("garanties-et-services", "Garanties et services", "Warranties and services"),
  ]),
  category("maison-et-loisirs", "Maison et loisirs", "Home and leisure", [
    category("petit-electromenager", "Petit électroménager", "Small appliances"),
    category("beaute-et-soin", "Beauté et soin", "Personal care"),
    category("eclairage", "Éclairage", "Lighting"),
    category("jouets", "Jouets", "Toys"),
  ]),
  category("divers", "Divers", "Other"),
]
