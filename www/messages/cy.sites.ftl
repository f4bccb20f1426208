# Geiriau’r tudalennau ar gyfer gwefannau eraill. What only the pages for other sites say, in Welsh.
# Mae’r cyfieithiad hwn yn aros i gyfieithydd ei wirio. This translation awaits a translator’s check.

consent-question = A gaiff { $who } eich adroddiad?
consent-text = Mae’r dudalen o amgylch hon yn gofyn amdano. Mae’r adroddiad yn cynnwys darnau o’ch dogfennau. Nes i chi gytuno, dim ond nifer y canfyddiadau y mae’r dudalen honno’n ei wybod.
consent-yes = Rhoi’r adroddiad iddi
consent-no = Ei gadw yma

verify-title = A all y wefan hon fewnosod Tender Check?
verify-heading = A all y wefan hon fewnosod Tender Check?
verify-text = Rhoddwyd cynnig arni ar { $site }, gyda’r penynnau y mae’n eu hanfon. Ni ofynnwyd dim i unrhyw wefan arall.
verify-running = Yn rhoi cynnig arni …
verify-yes = yn gweithio
verify-no = i’w newid
verify-open = mae’n dibynnu
verify-said = Mae’r wefan yn dweud: { $said }
verify-worker = Darllen a barnu mewn gweithiwr (worker)
verify-worker-yes = Mae gweithwyr yn cychwyn, a chaiff WebAssembly ei lunio ynddynt. Mae pob ffordd o fewnosod yn dibynnu ar hyn.
verify-worker-no = Ni chychwynnodd y gweithiwr, neu nid yw’n cael llunio WebAssembly. Anfonwch y ffeiliau yn worker/ gyda’r pennyn hwn, a chaniatewch weithwyr y wefan ei hun (worker-src 'self').
verify-worker-worse = Mae’n gweithio, ond ar edefyn y dudalen ei hun: tra bod dogfen yn cael ei darllen nid yw’r dudalen yn ateb. Anfonwch y tudalennau gyda’r pennyn hwn.
verify-wasm = Sut yr anfonir WebAssembly
verify-wasm-yes = Yn ôl ei fath ei hun, ac wedi’i gywasgu.
verify-wasm-no = Mae’n gweithio, ond mae’r lawrlwytho’n arafach nag sydd raid. Anfonwch y ffeiliau sy’n gorffen â .wasm gyda’r pennyn hwn.
verify-frame = Fel ffrâm ar wefannau eraill
verify-frame-yes = Caiff gwefannau eraill ddangos embed.html mewn ffrâm.
verify-frame-no = Dim ond y wefan hon ei hun sy’n cael dangos embed.html mewn ffrâm. I ganiatáu un arall, anfonwch embed.html gyda’r pennyn hwn a chyfeiriad y wefan honno.
verify-element = Fel elfen ar dudalen o’r wefan hon
verify-element-yes = Caiff tudalen o’r wefan hon ddal <tender-check>.
verify-element-no = Ni chaiff tudalen o’r wefan hon ddal <tender-check>.
verify-element-open = Mae’r wefan yn mynnu mathau dibynadwy (trusted types). Caniatewch y ddau bolisi sydd eu hangen, a rhowch gyfeiriadau’r gweithwyr drwy un ohonynt, fel y mae docs/embedding.md yn ei ddangos.

portal-title = Hysbysiadau – Tender Check
portal-heading = Hysbysiadau, a’r hyn a all gadw sefydliadau bach allan
portal-text = Agorwch ffeil o hysbysiadau fel data agored (OCDS): pecyn rhyddhau neu gofnodion, neu JSON Lines. Caiff pob hysbysiad ei wirio ar ei ben ei hun, yn y porwr hwn.
portal-open = Agor hysbysiadau
portal-large = Mae hyn yn fwy o hysbysiadau nag y gall tudalen eu dangos. Wrth y llinell orchymyn mae “tender-check screen” yn cymryd unrhyw nifer.
portal-none = Nid oes yno hysbysiad sy’n gofyn am gynigion.
portal-failed = Ni ellid agor yr hysbysiadau: { $reason }
portal-running = Gwiriwyd { $done } o { $of } …
portal-shown = Yn dangos { $shown } o { $all }, y rhai sy’n cau gyntaf o flaen y lleill.
portal-filter = Dangos dim ond hysbysiadau
portal-no-high = heb rwystr uchel
portal-reserved = a neilltuwyd i fentrau cymdeithasol neu debyg
portal-suits = nad yw fy mhroffil yn ei gwneud yn anodd cynnig amdanynt
portal-most = â rhan o ddim mwy na (£)
portal-from = yn cau ar neu ar ôl
portal-nation = yn
portal-any = unrhyw genedl
portal-closes = yn cau { $date }
portal-value = o { $value }
portal-no-barriers = Dim rhwystrau wedi’u canfod yn yr hysbysiad
portal-is-reserved = Neilltuedig
portal-bid = Gallech gynnig
portal-ask_first = Gofyn yn gyntaf
portal-hard_to_bid = Anodd cynnig
portal-mismatch = Mae’n dweud ei fod yn addas i fentrau gwirfoddol a chymdeithasol, ond nid yw’r hyn y mae’n gofyn amdano.
