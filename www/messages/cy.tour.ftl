### Y daith: ychydig gamau drwy’r enghraifft, wrth bob desg. The tour, in Welsh.
### Mae’r cyfieithiad hwn yn aros i gyfieithydd ei wirio. This translation awaits a translator’s check.

tour-name = Taith
tour-step = Cam { $step } o { $all }
tour-back = Yn ôl
tour-next = Nesaf
tour-end = Gorffen y daith
tour-done = Wedi gorffen
tour-said = Mae’r daith wedi dod i ben.

tour-drafting-count = Yr hyn a ganfuwyd
    .text = Pob rhwystr posibl yn nwy ddogfen cyngor plwyf dychmygol, a faint a ddarllenwyd. Person sy’n penderfynu beth i’w wneud yn eu cylch.
tour-drafting-finding = Un canfyddiad
    .text = Beth a ofynnir, pam mae’n cadw sefydliadau bach allan, y swm, y ffynhonnell gyda’i dyddiad, a geiriad gwell i’w gopïo. Gallwch ei roi o’r neilltu gyda rheswm.
tour-drafting-document = Y ddogfen
    .text = Caiff yr union eiriau eu marcio, gyda rhif y canfyddiad y tu ôl iddynt. Mae F8 yn mynd i’r nesaf.
tour-drafting-circumstances = Yn erbyn beth y caiff ei bwyso
    .text = Gwerth, hyd, cenedl a dyddiadau, fel y mae’r dogfennau’n eu dweud. Newidiwch un, a chaiff popeth ei bwyso eto.
tour-drafting-edit = Ysgrifennu a thrwsio
    .text = Golygwch y testun yma a gwelwch y canfyddiadau’n newid wrth i chi deipio, neu cewch y ffeil Word yn ôl gyda sylwadau wrth ymyl y darnau.
tour-drafting-save = Mynd ag ef gyda chi
    .text = Cadwch yr adroddiad fel tudalen, tabl neu ffeil y gellir ei hagor yma eto. Nid anfonir dim i unman.

tour-bidding-outcome = Gwerth cynnig?
    .text = Ateb plaen gyda’i resymau, ar gyfer sefydliad dychmygol. Mae’n cefnogi eich penderfyniad; nid yw’n ei wneud.
tour-bidding-profile = Eich sefydliad
    .text = Llenwch gymaint ag y mynnwch. Mae’n aros yn y tab hwn, oni bai eich bod yn ei gadw fel ffeil neu’n gofyn am ei gadw ar y ddyfais hon.
tour-bidding-demands = Pob gofyniad
    .text = Yr hyn rydych yn ei fodloni, yr hyn nad ydych, yr hyn y gallwch ei gael erbyn y dechrau, a beth i’w ofyn, pob un gyda’i le yn y dogfennau.
tour-bidding-questions = Cwestiynau i’r prynwr
    .text = Cwrtais a phenodol, gyda’r cymal a’r ddyletswydd y tu ôl i bob un. Dewiswch, copïwch, anfonwch.
tour-bidding-cash = Arian
    .text = Fesul mis, faint y byddai’n rhaid i chi ei roi i mewn cyn cael eich talu, a beth fyddai telerau eraill yn ei newid.
tour-bidding-dates = Dyddiadau
    .text = Pob dyddiad a ganfuwyd, hefyd fel ffeil ar gyfer eich calendr, a rhestr o’r hyn i’w anfon.
