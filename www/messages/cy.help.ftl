# Y dudalen gymorth a’r dudalen hygyrchedd. The help page and the page on accessibility, in Welsh.
# Mae’r cyfieithiad hwn yn aros i gyfieithydd ei wirio. This translation awaits a translator’s check.

page-back = Yn ôl i Tender Check
help = Cymorth
help-check = Gwirio tendr
help-check-text = Gollyngwch ddogfennau un tendr ar y dudalen, dewiswch nhw, gludwch destun, neu ysgrifennwch ar dudalen wag. Darllenir y cyfan gyda’i gilydd ar eich cyfrifiadur eich hun; nid anfonir dim i unman. Caiff pob gofyniad ei bwyso yn erbyn gwerth a hyd y contract, dan reolau’r genedl a’r diwrnod. Gallwch roi i mewn yr hyn nad yw’r dogfennau’n ei ddweud, fel y gwerth.
help-findings = Ystyr y canfyddiadau
help-findings-text = Gall rhwystr gadw mentrau cymdeithasol bach allan; mae uchel, canolig ac isel yn dweud faint y mae’n pwyso. Mae “I’w benderfynu” yn golygu bod yn rhaid i berson edrych, a pham. “Heb ei nodi” yw’r hyn y mae’r dogfennau’n ei adael yn agored. “Arfer da” yw’r hyn sy’n helpu. Mae pob canfyddiad yn enwi ei ffynhonnell ac a yw’n gyfraith, yn bolisi, yn ganllawiau neu’n rheol fras gennym ni. Nid yw’n gyngor cyfreithiol: person sy’n penderfynu.
help-write = Geiriad gwell, a chymharu drafftiau
help-write-text = Gellir copïo geiriad gwell, neu ei roi yn y testun wrth olygu dogfen fel testun, a’i ddadwneud. Mae angen rheswm i roi canfyddiad o’r neilltu, ac mae’r rheswm yn mynd i’r adroddiad. Gellir cymharu drafft cynharach neu adroddiad a gadwyd â’r un sydd wrth law: beth a drwsiwyd, beth sy’n newydd, beth a arhosodd.
help-word = Yn ôl i Word a PDF, a ffeiliau eraill
help-word-text = Daw ffeil Word yn ôl gyda sylwadau wrth ymyl y darnau ac, os mynnwch, eiriad gwell fel newidiadau wedi’u tracio. Daw ffeil PDF yn ôl gydag amlygiadau, ac mae’r hyn a ganfuwyd yn eu nodiadau. Mae “Cadw’r adroddiad” yn rhoi tudalen (HTML), Markdown, tabl (CSV), neu’r adroddiad ei hun (JSON), y gellir ei agor yma eto.
help-keys = Gyda’r bysellfwrdd
help-keys-text = Mae F8 yn mynd i’r canfyddiad nesaf a Shift+F8 i’r un blaenorol; mewn dogfen neu ddrafft, i’r darn nesaf a’r darn blaenorol. Mae’r bysellau saeth yn symud rhwng penawdau canfyddiadau. Mae Escape yn cau rhestrau a ffurflenni.
help-rules = Am beth y chwilir
help-rules-text = Pob rheol, gyda’r hyn y mae’n ei ganfod a sut y mae’n pwyso. Ni chanfyddir yr hyn nad oes unrhyw reol yn chwilio amdano, hyd yn oed os yw’n rhwystr. Mae’r rheolau eu hunain yn Saesneg.
access = Hygyrchedd
access-does = Beth y’i gwnaed i’w wneud
access-does-text = Gwnaed y dudalen hon i fodloni’r Canllawiau Hygyrchedd Cynnwys Gwe (WCAG) 2.2 ar lefel AA. Gellir defnyddio’r cyfan â’r bysellfwrdd yn unig ac â darllenydd sgrin; mae marciau mewn dogfennau’n dweud mewn geiriau ble mae canfyddiad yn dechrau; ni ddywedir dim trwy liw yn unig; mae’n gweithio ar chwyddo 400 %, ar ffôn, mewn lliwiau gorfodol, mewn golau a thywyll.
access-tested = Sut y profir hynny
access-tested-text = Profir pob newid gan raglen: pob golwg gyda rheolau axe, mewn golau a thywyll ac ar led o 390 a 320 picsel, sef chwyddo 400 %; pob golwg mewn lliwiau gorfodol; y prif ffyrdd gyda’r bysellfwrdd yn unig. Nid oes corff allanol wedi’i archwilio, ac nid yw pobl sy’n defnyddio darllenwyr sgrin bob dydd wedi’i brofi eto.
access-limits = Beth sydd ddim cystal
access-limits-text = Dangosir dogfennau fel testun gyda phenawdau, rhestrau a thablau; ni ddangosir lluniau na ffurflenni sydd ynddynt. Yn y golygydd dim ond rhan o destun hir a gedwir yn y dudalen, felly nid yw chwiliad y porwr ei hun yn canfod y cyfan ohono.
access-tell = Dywedwch wrthym
access-tell-text = Os oes rhywbeth yn eich rhwystro, dywedwch wrth bwy bynnag a roddodd gyfeiriad y dudalen hon i chi, neu agorwch fater lle datblygir y rhaglen.
