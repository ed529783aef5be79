/**
 * Kinds of goods by the words of their titles: `English names > kinds of it = French names > kinds of it`; the first of
 * each side is the label.
 * Only names whose presence in a title says what the thing is; materials, colours and brands do not belong here.
 */
const TABLE = `
notebook|laptop|notebook pc|notebook computer|laptop computer > chromebook|netbook|ultrabook|mobile workstation = ordinateur portable|pc portable
tablet|tablet pc = tablette|tablette tactile
hybrid (2-in-1)|convertible notebook = pc hybride
desktop computer|desktop pc|pc|computer|desktop > workstation|all-in-one pc|mini pc|small form factor|microtower = ordinateur|ordinateur de bureau
server = serveur
thin client = client leger
processor|cpu = processeur
motherboard|desktop board|mainboard = carte mere
memory module|ram module = module memoire|barrette memoire
memory card > sd card|microsd card|compactflash|memory stick = carte memoire
usb flash drive|flash drive|usb stick = cle usb
hard drive|hard disk drive|hdd > internal hard drive|external hard drive = disque dur > disque dur externe
solid state drive|ssd|internal solid state drive = disque ssd
hard drive enclosure|hdd/ssd enclosure|storage drive enclosure = boitier de disque
nas|network attached storage = serveur nas
optical disc drive|dvd drive|cd drive > dvd writer = lecteur optique > graveur dvd
optical disc|blank disc > cd-r|dvd-r|dvd+r|blank cd|blank dvd = disque vierge
graphics card|video card = carte graphique
sound card|audio card = carte son
networking card|network card|network adapter|ethernet adapter = carte reseau
interface card|interface cards/adapter|adapter card > controller card = carte d'interface
raid controller = controleur raid
computer case|pc case|tower case = boitier pc
power supply unit|power supply = alimentation
power adapter|power adapter/inverter|ac adapter|inverter = adaptateur secteur|adaptateur
computer cooling component|computer fan|cooling fan > cpu cooler|case fan|heatsink = ventilateur de pc|refroidisseur
fan = ventilateur
notebook cooling pad|laptop cooler > notebook cooler|laptop cooling stand = support ventile
monitor|computer monitor|display > flat panel|lcd monitor = ecran|moniteur
tv|television > lcd tv|led tv|flat tv = televiseur
tv mount|wall mount > flat panel wall mount|monitor mount|mounting kit|monitor arm|mounting arm|desk mount|ceiling mount = support mural > support
privacy filter|display privacy filters|privacy screen = filtre de confidentialite
screen protector = protection d'ecran
projector|data projector = videoprojecteur|projecteur
projector lamp|projection lamp = lampe de projecteur
projection screen|projector screen = ecran de projection
projector mount = support de projecteur
printer > laser printer|inkjet printer|photo printer|dot matrix printer|mobile printer|multifunctional|multifunction printer|all-in-one printer = imprimante > imprimante multifonction
large format printer = imprimante grand format
label printer = imprimante d'etiquettes
pos printer|receipt printer = imprimante de tickets
3d printer = imprimante 3d
toner cartridge|toner|toner kit = cartouche de toner|toner
ink cartridge|ink|ink tank = cartouche d'encre|encre
printer drum|image drum|drum unit|imaging drum = tambour d'imprimante
fuser|fuser kit = unite de fusion
printer kit > maintenance kit|transfer kit = kit de maintenance
imaging unit = unite d'imagerie
printer ribbon|ribbon = ruban d'impression
print head|printhead = tete d'impression
printer belt|transfer belt = courroie d'imprimante
toner collector|waste toner = collecteur de toner
printer/scanner spare part|printer spare part = piece d'imprimante
tray/feeder|paper tray|sheet feeder|paper feeder|input tray = bac a papier
output stacker = bac de sortie
printer cabinet/stand|printer stand|printer cabinet = meuble d'imprimante
print server = serveur d'impression
photo paper = papier photo
printing paper|paper = papier
large format media = papier grand format
label-making tape|label tape = ruban d'etiquetage
label|printer label|self-adhesive label = etiquette
label maker = etiqueteuse
scanner = scanner|numeriseur
barcode reader|barcode scanner = lecteur de codes-barres
copier|photocopier = photocopieur
fax|fax machine = telecopieur
shredder|paper shredder = destructeur de documents
laminator = plastifieuse
keyboard = clavier
numeric keypad|keypad = pave numerique
mouse > trackball = souris
mouse pad|mousepad = tapis de souris
keyboard and mouse|desktop set = clavier et souris
presenter|wireless presenter = telecommande de presentation
stylus|stylus pen = stylet
graphics tablet|graphic tablet = tablette graphique
game controller|gamepad > joystick|steering wheel|controller = manette > volant de jeu
game console|portable game console = console de jeu
video game = jeu video
webcam|web camera = webcam
headphones|headset|earphones|earbuds > headphones/headset|in-ear headphones = casque|ecouteurs|casque audio
microphone = microphone
loudspeaker|speaker > portable speaker|speaker set|stereo portable speaker|soundbar|soundbar speaker|subwoofer|docking speaker = enceinte|haut-parleur > barre de son
audio system > micro system|home audio system|music system|home cinema system = chaine hi-fi > home cinema
radio > clock radio = radio > radio reveil
clock > alarm clock = horloge > reveil
mp3 player|media player > mp4 player|mp3/mp4 player|digital media player|audio video player|audio player = lecteur mp3|baladeur
mp3/mp4 player case = etui pour baladeur
mp3/mp4 player accessory = accessoire de baladeur
dvd player|dvd/blu-ray player > blu-ray player|dvd recorder = lecteur dvd > lecteur blu-ray
tv set-top box|set-top box|tv tuner = decodeur|tuner tv
remote control = telecommande
photo frame|digital photo frame|photoframe = cadre photo
e-book reader|ebook reader = liseuse
dictaphone|voice recorder = dictaphone
camera|digital camera > compact camera|slr camera|slr camera kit|camera kit|digital compact camera|bridge camera = appareil photo
camcorder|video camera > action camera|hand-held camcorder = camescope
security camera|surveillance camera|ip camera|ip security camera = camera de surveillance
dashcam = camera embarquee
camera case|camera bag > camera backpack = etui d'appareil photo|sac photo
camera lens|lens|slr lens|zoom lens = objectif
lens cap = bouchon d'objectif
lens hood = pare-soleil
camera filter|lens filter = filtre photo
camera flash|slave flash|flash = flash
camera cable = cable d'appareil photo
tripod|monopod = trepied
binocular|binoculars = jumelles
smartphone|mobile phone > cell phone|handheld mobile computer = smartphone|telephone portable
telephone|phone > ip phone|dect phone|voip phone|cordless phone = telephone
mobile phone case|phone case|smartphone case > iphone case = coque de telephone|etui de telephone
mobile phone cable = cable de telephone
mobile device charger|phone charger > car charger|wireless charger|usb charger = chargeur
battery charger = chargeur de piles
mobile device dock station = station d'accueil mobile
mobile device keyboard = clavier pour tablette
power bank = batterie externe
holder|car holder|phone holder = support de telephone
tablet case = housse de tablette
tablet security enclosure|tablet stand = support de tablette
smartwatch|smart watch|activity tracker = montre connectee
watch = montre
navigator|gps navigator|gps receiver = gps
notebook case|laptop bag|laptop case|notebook bag > laptop backpack|laptop sleeve|notebook backpack = sacoche d'ordinateur|housse d'ordinateur portable
notebook stand|laptop stand > easy riser = support d'ordinateur portable
notebook dock/port replicator|docking station|port replicator|dock = station d'accueil
notebook spare part|notebook accessory = piece d'ordinateur portable
notebook battery|laptop battery = batterie d'ordinateur portable
cable lock|laptop lock|notebook lock|security lock = cable antivol
backpack = sac a dos
bag > messenger bag|shoulder bag = sac
case > hard case|carrying case|slip case|slipcase = etui
sleeve|sleeve case|pouch = pochette
stand = pied
cart|multimedia cart|trolley = chariot
desk|computer desk = bureau
chair > gaming chair = chaise
battery > single-use battery|alkaline battery = pile
rechargeable battery|rechargeable batteries = pile rechargeable|accumulateur
ups battery = batterie d'onduleur
uninterruptible power supply|ups = onduleur
power distribution unit|pdu = unite de distribution d'alimentation
surge protector > power strip|power extension = parasurtenseur > multiprise
voltage regulator = regulateur de tension
power cable|power cord = cable d'alimentation
networking cable|network cable|patch cable|ethernet cable|utp cable = cable reseau
fibre optic cable|fiber optic cable|fiber patch cable = cable fibre optique
usb cable > usb extension cable = cable usb
hdmi cable = cable hdmi
dvi cable = cable dvi
displayport cable = cable displayport
vga cable = cable vga
audio cable = cable audio
video cable|video cable adapter = cable video
coaxial cable = cable coaxial
sata cable = cable sata
scsi cable|sas cable|serial attached scsi cable = cable sas
serial cable|parallel cable|printer cable = cable serie
kvm cable = cable kvm
ps/2 cable = cable ps/2
firewire cable = cable firewire
telephone cable|phone cord = cable telephonique
lightning cable = cable lightning
internal power cable = cable d'alimentation interne
flat cable|ribbon cable = nappe
cable > extension cable|adapter cable = cable > rallonge
adapter|adaptor > cable interface/gender adapter|cable gender changer|usb adapter|graphics adapter = adaptateur
splitter|cable splitter > video splitter|cable splitter/combiner = repartiteur
cable tie|cable organizer|cable management = attache-cable
connector > wire connector|patch panel|outlet box|keystone = connecteur
video switch|audio/video switch = commutateur video
kvm switch = commutateur kvm
av extender|console extender|extender = prolongateur
network switch|switch > ethernet switch = commutateur reseau|switch
router > wireless router = routeur
wireless access point|access point = point d'acces
network media converter|media converter = convertisseur
network transceiver module|transceiver module|transceiver = emetteur-recepteur
network antenna|antenna = antenne
repeater > bridge|powerline adapter = repeteur
modem = modem
gateway|gateway/controller = passerelle
firewall = pare-feu
hub|interface hub|usb hub = concentrateur|hub usb
card reader|smart card reader = lecteur de cartes
rack|rack cabinet|rack console = baie|armoire reseau
rack accessory = accessoire de baie
slot expander = extension de slot
calculator = calculatrice
software > operating system|office suite|antivirus security software = logiciel
software license/upgrade|software license|license = licence logicielle
warranty & support extension|warranty = extension de garantie
book = livre
vacuum cleaner|robot vacuum = aspirateur
vacuum accessory/supply > vacuum cleaner bags = accessoire d'aspirateur > sac d'aspirateur
coffee maker|coffee machine > espresso machine = machine a cafe|cafetiere
kettle = bouilloire
toaster = grille-pain
blender|hand blender|mixer = mixeur
food processor = robot culinaire
microwave|microwave oven = micro-ondes|four a micro-ondes
oven = four
hob = plaque de cuisson
refrigerator|fridge > fridge-freezer = refrigerateur
freezer = congelateur
dishwasher = lave-vaisselle
washing machine = lave-linge
tumble dryer = seche-linge
cooker hood = hotte
iron|steam iron = fer a repasser
hair dryer = seche-cheveux
hair straightener|hair styler = lisseur
hair clipper|hair trimmer|nose trimmer = tondeuse
shaver|electric shaver|ladyshave|men's shaver = rasoir
epilator = epilateur
toothbrush|electric toothbrush|sonic toothbrush = brosse a dents
baby monitor|baby video monitor = babyphone
breast pump = tire-lait
baby bottle = biberon
light bulb|bulb > led bulb|car light bulb|energy-saving lamp|fluorescent bulb|headlight bulb|led lamp|halogen bulb = ampoule
lamp|light > desk lamp|table lamp|night light|floor lamp = lampe > veilleuse
flashlight|torch = lampe de poche
mug|cup = mug|tasse
bowl = bol
plate = assiette
teapot = theiere
doll = poupee
toy > toy vehicle|building blocks = jouet
board game > puzzle = jeu de societe > puzzle
car accessory > car kit|car audio|car roof rack accessory|roof rack = accessoire auto > autoradio
air conditioner = climatiseur
heater = radiateur
thermometer = thermometre
scale|kitchen scale|bathroom scale = balance
cleaning kit > cleaning cloth|equipment cleansing kit|air duster|wipes = produit de nettoyage
glue = colle
pen|ballpoint pen = stylo
binder|folder = classeur
whiteboard = tableau blanc
`

export interface TypeEntry {
  readonly en: string
  readonly fr: string
  /** Other words for the very same thing, both languages: a search for one finds all. */
  readonly synonyms: readonly string[]
  /** Kinds of it: they tell the type of a title, but a search for one does not mean them all. */
  readonly kinds: readonly string[]
}

/** `a|b > c` : a and b are the thing, c a kind of it. */
const side = (text: string): { same: string[]; kinds: string[] } => {
  const [same = "", kinds = ""] = text.split(" > ")
  return { same: same.split("|"), kinds: kinds ? kinds.split("|") : [] }
}

export const TYPES: readonly TypeEntry[] = TABLE.trim()
  .split("\n")
  .map((line) => {
    const [english = "", french = ""] = line.split(" = ")
    const en = side(english)
    const fr = side(french)
    return {
      en: en.same[0] ?? "",
      fr: fr.same[0] ?? "",
      synonyms: [...en.same, ...fr.same],
      kinds: [...en.kinds, ...fr.kinds],
    }
  })
