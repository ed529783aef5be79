/** What a rule may look at. */
export interface RuleSubject {
  /** Lower case. */
  readonly title: string
  /** Lower case; empty when the sheet names none. */
  readonly productType: string
  /** Keys of the sheet without their `attr_x_`. */
  readonly attributes: ReadonlySet<string>
}

type Rule = readonly [category: string, title: RegExp | null, type?: RegExp, attribute?: string]

/**
 * First match wins: a rule matches when its pattern finds the title, its type the product type, or its attribute is
 * there. What names the thing itself comes before what names what it is for («toner for a printer» is toner).
 */
const RULES: readonly Rule[] = [
  ["ordinateurs-portables", null, /^(notebook|chromebook|netbook|hybrid|mobile workstation)/],
  ["ordinateurs-de-bureau", null, /^(pc|workstation|all-in-one|mini pc|thin client)/],
  ["processeurs", null, /^processor$/],
  ["casques-et-ecouteurs", null, /^(headphones|headset)/],
  [
    "jouets",
    /\bbaby born\b|\bdolls?\b|\btoys?\b|sylvanian|l\.o\.l|bratz|bakugan|hatchimals|playset|spin master|barbie|zapf/,
    /toy|doll/,
  ],
  ["telephones", /\b(dual|single|hybrid dual) sim\b|smartphone(?!.*(case|cable|charger|cover|mount|holder))/],
  ["montres-connectees", /smart ?watch|activity tracker|fitness tracker/],
  [
    "appareils-photo",
    /(slr|compact|bridge|milc|digital) camera (body|kit|\d)|\bcamera body\b|slr camera kit|camcorder(?!.*(battery|bag|case|cable))|cyber-?shot|megapixel.*camera/,
  ],
  [
    "petit-electromenager",
    /washing machine|dishwasher|refrigerator|tumble dryer|coffee (maker|machine)|\bkettle\b/,
    /coffee|espresso/,
  ],
  [
    "garanties-et-services",
    /warranty|\bsvc\b|\bnbd\b|care ?pack|support extension|hardware support|onsite|on-site|service plan|advantage plan|\bhw support|next business day|\b(next|same)[- ]day\b|start-up service|installation service|extended service|\byears?\b.*\b(service|support|exchange|return)/,
  ],
  [
    "logiciels",
    /\blicen[cs]e|software|windows server|antivirus|upgrade pack|\bmicrosoft (office|windows)|\boem\b.*windows/,
  ],
  [
    "papier-et-etiquettes",
    /\blabel(s|ling|ing)?\b|photo ?paper|\bpaper\b|\bfilms?\b|\bbond\b|canvas|banner|transparenc|envelope|glossy|labels|\bvellum|\bbusiness cards?\b|thermal roll|\bmedia\b.*(roll|sheet)|printing paper|\bmatte\b|\bp-?touch tape|\btz[e]?-|printer label|ribbon label|\bstickers?\b|wallpaper/,
    undefined,
    "media_sheets_per_package",
  ],
  [
    "pieces-d-imprimante",
    /spare part|tray\/feeder|printer belt|printer\b.*\b(roller|feeder)|\b(drum|fuser|transfer (kit|belt|unit)|maintenance kit|waste toner|imaging unit|roller kit|printhead|print head|image(-| )?drum|opc)\b|paper (tray|cassette|feeder)|duplex(er)? (unit)|sheet (feeder|tray)|stapler?\b.*(finisher|unit|cartridge)|printer (memory|stand|cabinet|kit)|print server|\bfinisher\b|lower cassette|\boutput tray|tray\b.*sheet/,
  ],
  [
    "encre-et-toner",
    /\btoner|ink ?jet cartridge|ink cartridge|\bcartridges?\b.*(black|cyan|magenta|yellow|colou?r|original|ink|print)|(black|cyan|magenta|yellow) (ink|cartridge)|singlepack|multipack|printer ribbon|ribbon|\bink\b|cartouche|ultrachrome|original (black|cyan|magenta|yellow|photo|light)|developer unit/,
    undefined,
    "ink_type",
  ],
  ["encre-et-toner", null, undefined, "black_toner_page_yield"],
  ["encre-et-toner", null, undefined, "colour_toner_page_yield"],
  ["fournitures", /(laptop|notebook|cable|keyed|security) lock|microsaver|lock slot|laptop stand.*desk/],
  ["stations-d-accueil", /(notebook|laptop)? ?dock\/port replicator|docking station/],
  [
    "sacs-d-ordinateur",
    /(notebook|laptop|tablet|netbook|ultrabook|macbook|ipad)[^|]*\b(case|bag|backpack|sleeve|briefcase|messenger|folio|cover|trolley)|backpack|briefcase|\btoploader|\btoploading|carrying case|\brolling case|\bmessenger\b|\bsleeve\b/,
  ],
  [
    "coques-et-protections",
    /(mobile|phone|smartphone|galaxy|iphone)[^|]*(case|cover|folio|skin|holster|protector|pouch)|screen protector|\bflip (case|cover)|\bview cover|handheld.*case|privacy filter|privacy screen|display (filter|privacy)/,
  ],
  [
    "etuis-et-sacs",
    /\b(pouch|shoulder|camera|carry(ing)?|equipment|messenger|sling|holster|hard|soft|protective|travel|storage|cd|dvd|video|compact|leather) (case|bag)\b|camera (bag|case)|\bbag\b|\bwallet\b|\bcarry case|\bpouch\b/,
  ],
  [
    "cables-fibre-optique",
    /fib(re|er)|\b(lc|sc|st|mtrj|fc)[/-](lc|sc|st|mtrj|fc)\b|\b(om[1-5]|duplex|multimode|single-?mode)\b.*\bcable/,
  ],
  [
    "cables-reseau",
    /networking cable|patch (cable|cord)|\bcat ?\.?(5|5e|6|6a|7|8)\b.*|\bcat(5|5e|6|6a|7)e?[ -]|\brj-?(45|11|12)\b.*cable|telephony cable|telephone cable|\butp\b.*cable|ethernet cable|crossover cable/,
  ],
  [
    "cables-d-alimentation",
    /power (cord|cable|extension)|\bc1[3-9]\b.*\b(cord|cable|c1[49]|c20)\b|extension cord|internal power cable|(power|mains) lead|\bnema\b.*cord|power splitter|lp4|molex/,
  ],
  [
    "cables-video",
    /(hdmi|displayport|dvi|vga|svga|hd15|s-?video|coax|component|composite|scart|monitor|\bdp\b|thunderbolt|mini-?dp|video)\b[^|]*\b(cable|cord|m\/m|extension)|coaxial cable|\bhdmi\b.*\b(m|ft)\b\.?$|kvm cable|\bkvm\b.*\bcable/,
  ],
  ["cables-usb", /\busb\b[^|]*\bcable|\bcable\b[^|]*\busb|lightning[^|]*cable|sync[^|]*cable|usb cable/],
  [
    "cables-audio",
    /(audio|rca|3\.5 ?mm|jack|speaker|xlr|toslink|stereo|mini-?jack|microphone)\b[^|]*\b(cable|cord|m\/m|m\/f)|audio cable|speaker wire/,
  ],
  [
    "cables-de-donnees",
    /(serial|parallel|scsi|sas|sata|e?sata|ide|firewire|ieee|db-?(9|25)|null modem|centronics|printer|signal|flat|infiniband|sfp|qsfp|gpib|rs-?232|lvd|vhd|mini-?sas|stacking|floppy|ribbon|data|fw800|camera|console)\b[^|]*\bcable|signal cable|\bcable\b.*(sata|scsi|serial|firewire)|direct attach|parallel|serial cable/,
  ],
  ["onduleurs", /\bups\b(?!.*batter)|uninterruptible|smart-ups|back-ups|symmetra(?!.*batter)|surge/],
  [
    "batteries",
    /batter(y|ies)|li-?ion|lithium|ni-?mh|nickel|lead acid|mah\b(?!.*power ?bank)|power ?bank|accumulator|vrla/,
  ],
  ["multiprises-et-pdu", /\bpdu\b|power distribution|power strip|\boutlet\b|ac outlet|transfer switch|power extension/],
  [
    "chargeurs",
    /charger|power adapter|ac adapter|power inverter|mobile device charger|\bpower supply\b.*(notebook|adapter)|car adapter|docking cradle|\bac-?dc\b|poe (adapter|injector)|travel adapter/,
  ],
  [
    "claviers-et-souris",
    /\b(mouse|mice|keyboard|trackball|mouse ?pad|keypad|wrist rest)\b(?!.*\b(adapter|kvm|switch|cable|extender)\b)/,
  ],
  [
    "processeurs",
    /\bprocessor\b.*\b(ghz|l[123]|cache|box)\b|^intel .*processor|amd .*processor|\bcpu\b.*ghz|\bxeon\b.*ghz.*(l[23]|proc)/,
  ],
  ["cartes-meres", /motherboard|\bserver board|desktop board|mainboard/, /board$/],
  [
    "ordinateurs-portables",
    /^(?!.*\b(for|stand|speakers?|adapter|dimm|cardbus|lock|cooler|cooling|pad|cable|hub|spare part|charger|module|mount|light|reader)\b).*(\bnotebook\b|laptop|netbook|chromebook|thinkpad|\bmacbook|hybrid \(2-in-1\)|ultrabook|elitebook|latitude)/,
  ],
  [
    "cartes-graphiques",
    /graphics card|\bgeforce\b(?!.*(notebook|pc\b|gb ddr.*ssd))|\bradeon\b(?!.*(notebook|pc\b))|\bquadro\b(?!.*(notebook|workstation|pc\b))|video card|graphics adapter/,
  ],
  ["serveurs", /\bserver\b(?!.*(rack|cabinet|print|kvm|cable|rail|device))|\bproliant|poweredge|\bblade\b/],
  [
    "ordinateurs-de-bureau",
    /\bpc\b.*(gb|ddr|windows|intel|amd)|workstation|desktop pc|all-in-one pc|barebone|mini pc|thin client|tower\b.*(gb|ddr)|\bnuc\b|\bsff\b/,
  ],
  ["tablettes", /\btablet\b|\bipad\b|\be-?book reader|graphic tablet|pen tablet/],
  ["memoire", /memory module|\bdimm\b|\bddr[2345]?\b|\bsdram|so-?dimm|\bdram\b|\brdram|\bram\b|memory kit|valueram/],
  [
    "cartes-memoire-et-cles-usb",
    /memory card|flash (memory|drive)|\busb (flash|drive|stick)|sd ?hc|micro ?sd|compact ?flash|memory stick|\bxd\b|\bsd card|card reader|datatraveler|pen ?drive|smart ?media|secure digital/,
  ],
  [
    "lecteurs-optiques",
    /optical disc drive|optical drive|(dvd|cd|blu-?ray)[^|]*(writer|burner|re-?writer|rom)\b|combo drive|cd-?rw drive|dvd-?rom|superdisk|floppy/,
  ],
  [
    "supports-vierges",
    /\b(cd|dvd|bd)[-+ ]?(r|rw|re|r dl)\b|blank (data )?(tape|disc)|\blto\b.*(tape|cartridge|ultrium)|data cartridge|backup tape|\bdlt\b|\bdds\b|cleaning (cartridge|tape)|minidv|video tape|audio tape|\btape\b|mini ?disc|magneto/,
  ],
  [
    "serveurs-de-stockage",
    /\bnas\b|disk array|storage (system|server|array|drive enclosure|enclosure)|\btape (drive|library|autoloader)|autoloader|\bsan\b|readynas|storage drive|drive (enclosure|cage|dock)|hdd (enclosure|docking)|\braid\b|enclosure.*(hdd|ssd|sata)|hdd\/ssd/,
  ],
  [
    "disques-et-ssd",
    /hard (disk|drive)|\bhdd\b|\bssd\b|solid state|\bsas\b.*gb|\b\d+ ?(gb|tb)\b.*\b(rpm|sata|sas|scsi|ide)\b|external drive|portable drive|\brpm\b|internal solid|hot ?(swap|plug)/,
  ],
  [
    "boitiers-et-alimentations",
    /computer case|\bpower supply|\bpsu\b|power supply unit|chassis|\bbezel\b|midi tower|full tower/,
  ],
  ["refroidissement", /\bfan\b|heat ?sink|cooler|cooling|thermal (paste|grease|compound)|air conditioner|heatsink/],
  [
    "supports-d-ecran",
    /\b(wall|ceiling|desk|monitor|tv|projector|flat screen|flat panel|lcd|arm|table)\b[^|]*\b(mount|stand|arm|bracket|support|toolbar|cart|trolley)|mounting (kit|bracket)|\bstand\b|projection screen|flat screen|\bmount\b|monitor arm|projector lamp|projector accessory|\blamp\b.*(projector|uhp|lv-)/,
  ],
  ["projecteurs", /projector|data projector|\blumens\b|beamer/],
  ["televiseurs", /\btv\b|television|smart tv|hospitality|signage display|\bpublic display/],
  [
    "moniteurs",
    /\bmonitor\b|flat panel|computer monitor|\blcd\b|\btft\b|\b(full hd|wxga|uxga|sxga|wuxga).*\b(led|lcd|va|ips)\b|touch ?screen|display\b/,
  ],
  [
    "imprimantes",
    /laserjet|officejet|deskjet|designjet|photosmart|\bprinter|multifunction|\bppm\b|imagerunner|pixma|stylus|workforce|\bphaser\b|workcentre|\bmfp\b|plotter|\bmfc-|fax machine|\bfax\b|i-sensys|\bdcp-|copier|all-in-one|ecotank/,
  ],
  ["scanners", /scanner|scanjet|scan ?snap|barcode reader|bar code/],
  [
    "claviers-et-souris",
    /keyboard|\bmouse\b|\bmice\b|trackball|mouse ?pad|keypad|presenter|pointing device|wrist rest|palm rest|touchpad|numeric/,
  ],
  ["webcams", /webcam|web cam|quickcam|conference camera|video conferenc/],
  [
    "jeu-video",
    /game ?pad|joystick|gaming|playstation|\bxbox|nintendo|steering wheel|\bwii\b|game controller|video game|console/,
  ],
  ["casques-et-ecouteurs", /head ?phones?|headset|ear ?phones?|ear ?buds?|in-ear|ear ?bud|earset|ear pad|neckband/],
  ["microphones", /microphone|\bmic\b/],
  [
    "baladeurs",
    /mp3|mp4 player|flash audio|jukebox|\bipod\b|gogear|walkman|audio player|portable (cd|audio|media) player|voice recorder|dictation|\bcd player|dictaphone|digital recorder/,
  ],
  ["enceintes", /speaker|soundbar|subwoofer|soundstick|\b2\.1 channels/, /speaker/],
  [
    "lecteurs-video",
    /(dvd|blu-?ray|vcr|video cassette)[^|]*(player|recorder)|dvd|blu-ray|set-top|media player|digital media|tv tuner|video recorder/,
  ],
  [
    "chaines-et-radios",
    /home (cinema|theat)|hi-?fi|\bradio\b|stereo (system|set|receiver)|micro (system|set)|mini (system|set)|sound (system|machine)|clock radio|cassette|\bamplifier|receiver|music (station|system|center)|audio (system|shelf)|boombox|micro (component|theatre)|mini hi|car (stereo|audio|media)|streamium|remote control|\bshelf\b.*system|docking (entertainment|system|speaker)|turntable/,
  ],
  [
    "surveillance",
    /surveillance|security camera|ip camera|\bcctv|netbotz|access control|dome camera|network camera|alarm|baby monitor|sensor|environmental|intercom|smoke|video server/,
  ],
  [
    "accessoires-photo",
    /\blens(es)?\b|tripod|camera (flash|filter|strap|kit|cable|mount|accessory|dock|housing)|\bfilter\b.*mm|hand strap|neck strap|\bflash\b|eye ?cup|lens (cap|hood)|viewfinder|binocular|underwater|teleconverter|photo frame|picture frame|\bstrap\b|photo studio/,
  ],
  [
    "appareils-photo",
    /camera|camcorder|\bmp\b.*(1\/|cmos|ccd)|powershot|\beos\b|cyber-?shot|handycam|coolpix|\bixus|digital slr|megapixel/,
  ],
  [
    "telephones",
    /smartphone|mobile phone|\bphone\b|\bdect\b|telephone|voip|handset|\bgsm\b|\bsgh-|answering|cordless|\b\d+ g (black|pink|white|silver|blue|grey|red)/,
  ],
  [
    "hubs-et-kvm",
    /\bkvm\b|\bhub\b|interface hub|video (splitter|switch|extender|matrix)|\bsplitter|usb extender|\bextender\b|av extender|port replicator|video wall|repeater|console (switch|extender)|rack console|converter box|signal amplifier|video converter|av receiver/,
  ],
  ["stations-d-accueil", /dock(ing)?\b|docking station|port replicator|\bcradle\b/],
  [
    "commutateurs",
    /network switch|\bswitch\b|\bunmanaged\b|managed\b.*(ethernet|l[23])|poe\+?\b|power over ethernet|stackable/,
  ],
  [
    "routeurs-et-wifi",
    /router|access point|\bwlan\b|wireless (lan|range|bridge|antenna|gateway)|\bwi-?fi\b|\badsl\b|(?<!null )modem|gateway|firewall|vpn|antenna|range extender|bridge\b|mesh|\bwireless-[gn]\b|homeplug|powerline/,
  ],
  [
    "cartes-et-adaptateurs-reseau",
    /network(ing)? card|network adapter|\bnic\b|ethernet adapter|network interface|media converter|transceiver|\bsfp\b|gbic|ethernet (card|expansion)|bluetooth (adapter|dongle)|lan adapter|network transceiver|\bxfp\b|fast ethernet|gigabit|\bhba\b|host bus|print server|jetdirect/,
    /network interface/,
  ],
  [
    "cartes-d-extension",
    /interface cards?|\bpci(e|-x|-e| express)?\b|controller|expresscard|pcmcia|cardbus|\badapter card|sound card|\bslot expander|riser|expansion (card|module|unit)|scsi card|host adapter|memory board|backplane|mezzanine|sound ?blaster|tv card/,
  ],
  [
    "baies-et-brassage",
    /\brack\b|cabinet|patch panel|\b\d+u\b|netshelter|rail ?kit|rails?\b|cable (management|tie|tray|duct|raceway|clamp|organi[sz]er|ladder|boot|basket|protector|sleev)|keystone|wire(less)? raceway|wall ?plate|face ?plate|\bdoors?\b|side panel|blanking|\bcage nut|cable trunk|enclosure|\bpunch|crimp|cable (puller|tester|stripper)|network (tester|analy)|tool ?kit|tool set|rackmount|shelf|modular plug|jack\b|raceway|\bpanel\b|grommet|plinth|castor|screw|baying/,
  ],
  [
    "adaptateurs",
    /gender changer|interface\/gender|adapter|adaptor|converter|coupler|connector|\bdongle|terminator|cable splitter|combiner|null modem|\bto\b.*(vga|dvi|hdmi|usb|ps\/2)|wire connector|\battenuator/,
  ],
  ["cables-audio", /audio|rca|speaker|3\.5 ?mm|toslink/, undefined, "connector_gender"],
  ["cables-video", /hdmi|displayport|dvi|vga|s-?video|video|coax/],
  ["cables-usb", /\busb\b/],
  ["cables-de-donnees", /\bcable|\bm\/m\b|\bm\/f\b/, undefined, "cable_length"],
  [
    "petit-electromenager",
    /coffee|espresso|kettle|toaster|blender|juicer|mixer|food processor|\biron\b|steam|vacuum|fryer|microwave|oven|grill|cooker|heater|humidifier|air purifier|refrigerat|freezer|washing|dishwasher|milk|citrus|bread|mincer|slicer|food|hob|cooking|kitchen|bottle|breast|steril|dehumid|hand ?mixer|soup|water filter|wine|ice cream/,
    /coffee|espresso/,
  ],
  [
    "beaute-et-soin",
    /shav|epilat|trimmer|clipper|toothbrush|hair|brush head|\bbeard|massag|scale|groom|sonicare|depilat|nail|baby|soother|thermometer|blood pressure|mirror|sun lamp|light therapy|tanning|bath/,
    /nail/,
  ],
  ["eclairage", /\blamp|\blight(ing|s)?\b|\bbulb|\bled\b|flashlight|torch|lantern|hue\b|luminaire/],
  [
    "jouets",
    /\btoy\b|doll|\blego|playset|puzzle|sylvanian|board game|game\b|playhouse|\bplay\b|barbie|plush|figure|scooter|swing|sandbox|slide|trampoline|hot wheels|littlest|pony|nerf|barney|\bcar\b|slime|l\.o\.l|bratz|zapf|lena|kids|vehicle|racket|educational|craft|drawing|tractor|train|dinosaur|animal|modelling|building (block|set)|pool|tent|bike|bicycle|skate|goal|costume/,
    /toy|doll|sand|play/,
  ],
  [
    "fournitures",
    /shredder|laminat|calculator|\bpen\b|stapler|binder|binding|folder|whiteboard|footrest|foot rest|\bdesk\b|chair|paper ?clip|stylus|eraser|marker|file|dymo|badge|cleaning|wipe|duster|compressed air|\bmat\b|lock|copyholder|copy holder|document holder|book|clock|cash drawer|pos |diary|glue|scissors|board|laser pointer|organi[sz]er|notes|pad\b|security/,
  ],
  ["encre-et-toner", /\boriginal\b/, undefined, "printing_colours"],
  ["cables-de-donnees", /\b(ft|m)\b.*\b(black|grey|gray|beige|white|blue)$/],
  ["telephones", /\d+(\.\d+)? cm \(\d(\.\d+)?"\)/],
  ["pieces-d-imprimante", /tray|assembly|kit\b|unit\b|module|pc board/],
  ["cartes-d-extension", /card|board/],
]

export const OTHER = "divers"

/** Handle of the shelf that a sheet belongs on. */
export function categoryOf(subject: RuleSubject): string {
  const rule = RULES.find(
    ([, title, type, attribute]) =>
      (title?.test(subject.title) ?? false) ||
      (type !== undefined && subject.productType !== "" && type.test(subject.productType)) ||
      (attribute !== undefined && subject.attributes.has(attribute)),
  )
  return rule?.[0] ?? OTHER
}
