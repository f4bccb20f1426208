### Geiriau’r dudalen. Words of the page in Welsh.
### Mae’r cyfieithiad hwn yn aros i gyfieithydd ei wirio. This translation awaits a translator’s check.

## The frame

name = Tender Check
title = Tender Check: beth yn y tendr hwn sy’n cau mentrau cymdeithasol bach allan?
title-checking = Yn darllen – Tender Check
title-result = { $barriers ->
    [0] Dim rhwystrau wedi’u canfod yn yr hyn a ddarllenwyd
    [one] Un rhwystr posibl
   *[other] { $barriers } o rwystrau posibl
  } – { $name } – Tender Check
title-bidding = A ddylem ni gynnig? – { $name } – Tender Check
description = Mae’n darllen dogfennau tendro ar eich cyfrifiadur eich hun ac yn dangos beth ynddynt a fyddai’n atal menter gymdeithasol fach rhag cynnig.
no-script = Mae Tender Check yn darllen eich dogfennau ar eich cyfrifiadur eich hun, ac mae angen JavaScript ar gyfer hynny. Caniatewch JavaScript ar y dudalen hon a’i llwytho eto.
private = Mae eich dogfennau’n aros ar y cyfrifiadur hwn
footer = Mae Tender Check yn tynnu sylw at rwystrau posibl ac at gwestiynau gwerth eu gofyn. Nid yw’n gyngor cyfreithiol, a gall golli pethau: person sy’n penderfynu.
skip-findings = Mynd i’r canfyddiadau
skip-document = Mynd i’r ddogfen
cancel = Canslo
new-tab = (yn agor mewn tab newydd)
copy = Copïo
copied = Wedi’i gopïo
copied-said = Wedi’i gopïo: { $what }
copy-failed = Methwyd â chopïo
copy-failed-said = Ni wnaeth y porwr ganiatáu copïo. Dewiswch y testun a’i gopïo â llaw.
language-other = English
language-note = Mae’r cyfieithiad Cymraeg yn aros i gyfieithydd ei wirio. Mae esboniadau’r canfyddiadau a’r adroddiadau a gedwir yn Saesneg.

## First view

start-heading = Beth yn y tendr hwn sy’n cau mentrau cymdeithasol bach allan?
start-lede = Agorwch dendr. Mae Tender Check yn dangos y darnau a all gau menter gymdeithasol fach allan, gyda’r swm, y ffynhonnell a geiriad nad yw’n gofyn am fwy nag sydd ei angen ar y gwaith.
desks = Beth sy’n dod â chi yma
desk-drafting = Rwy’n ysgrifennu tendr
desk-drafting-what = Gweld beth fyddai’n cadw sefydliadau bach allan, a geiriad gwell, cyn ei gyhoeddi.
desk-drafting-short = Drafftio
desk-bidding = Rwy’n ystyried cynnig
desk-bidding-what = Gweld beth a ofynnir gennych, beth i’w ofyn i’r prynwr, a sut fyddai’r llif arian yn edrych.
desk-bidding-short = Cynnig
start-check-drafting = Gwirio eich dogfennau
start-check-bidding = Agor y tendr
start-drop = Gollyngwch ddogfennau un tendr yma, neu’r ffolder y maent ynddi
start-choose = Dewis dogfennau
start-choose-folder = Dewis ffolder
start-formats = Word (.docx), Excel (.xlsx), OpenDocument (.odt, .ods), PDF, RTF, testun, Markdown, tudalennau gwe (HTML), e-byst (.eml, .msg) neu hysbysiadau OCDS (JSON), neu ffeil ZIP ohonynt. Darllenir sawl ffeil, neu ffolder ohonynt, gyda’i gilydd fel un pecyn.
start-paste = Neu gludo testun
start-paste-check = Gwirio’r testun hwn
start-paste-empty = Nid oes testun i’w wirio eto. Gludwch beth yn y blwch yn gyntaf.
start-example = Ei weld ar waith
start-example-text = Tendr dychmygol cyngor plwyf ar gyfer gofalu am ei lecynnau gwyrdd a’i fynwent, gyda gofynion wedi’u copïo o waith llawer mwy.
start-example-bidding = Fe’i cymherir â phroffil sefydliad dychmygol, y gallwch ei newid.
start-example-open = Agor yr enghraifft
start-tour = Dilyn y daith
start-paste-edit = Golygu’r testun hwn
start-blank = Neu ei ysgrifennu yma
start-blank-text = Mae canfyddiadau’n ymddangos wrth ymyl y testun wrth i chi ysgrifennu.
start-blank-open = Dechrau â thudalen wag
pasted-name = Testun a ludwyd.txt
glimpse-before = Rhaid i’r cyflenwr ddal
glimpse-quote = yswiriant atebolrwydd cyhoeddus o £10,000,000
glimpse-after = adeg tendro.
glimpse-finding = £10 miliwn o yswiriant, ar gyfer contract sy’n werth £41,500 y flwyddyn.

privacy-heading = Nid oes dim yn cael ei anfon i unman
privacy-text = Darllenir eich dogfennau y tu mewn i’r tab hwn. Nid oes llwytho i fyny, dim cyfrif a dim tracio. Caewch y tab a byddant wedi mynd.
privacy-how = Sut i wirio hyn eich hun
privacy-how-network = Agorwch offer datblygu eich porwr (F12), dewiswch “Network”, yna gwiriwch ddogfen. Y cyfan a welwch yw ffeiliau rhaglen y dudalen hon yn cael eu nôl.
privacy-how-policy = Edrychwch ar bennyn Content-Security-Policy y dudalen. Gydag ef mae’r porwr ei hun yn gwrthod unrhyw gysylltiad â chyfeiriad arall.
privacy-how-source = Mae’r rhaglen yn god agored. Gall eich tîm TG ei ddarllen, ei adeiladu a’i letya ar eich gweinydd eich hun.

offline-preparing = Yn paratoi i weithio heb rwydwaith.
offline-ready = Yn barod i weithio heb rwydwaith.
offline-never = Nid yw’r porwr hwn yn cadw’r dudalen ar gyfer gweithio heb rwydwaith.
offline-check = I wirio: diffoddwch y rhwydwaith (modd awyren), llwythwch y dudalen hon eto ac agorwch ddogfen. Y rhaglen ei hun a gedwir, byth dogfen.

what-heading = Am beth mae’n chwilio
what-limits = Caiff pob gofyniad ei bwyso yn erbyn gwerth a hyd y contract, yn ôl rheolau’r genedl a’r diwrnod. Dangosir arfer da hefyd, yn ogystal â’r hyn na ellid ei ddarllen na’i benderfynu.

## Reading

progress-heading = { $count ->
    [one] Yn darllen y ddogfen
   *[other] Yn darllen { $count } o ddogfennau
  }
progress-loading = Yn paratoi
progress-reading = Yn darllen { $file }
progress-page = Tudalen { $page } o { $pages }
progress-read = Darllenwyd { $file }
progress-judging = Yn pwyso a mesur yr hyn y mae’r dogfennau’n gofyn amdano

## What went wrong

failed-heading = Ni weithiodd hynny
failed-text = Ni allai’r rhaglen orffen. Llwythwch y dudalen eto a rhowch gynnig arall arni. Os bydd yn digwydd eto gyda’r un ddogfen, cadwch y ddogfen dan enw newydd, neu gludwch ei thestun isod.
failed-reason = Beth ddywedodd y rhaglen: { $reason }
failed-other-version = Cadwyd yr adroddiad hwn gan fersiwn arall o Tender Check, ac ni ellir agor ei adroddiadau yma. Gwiriwch y dogfennau eto.
failed-not-report = Mae’r ffeil hon yn edrych fel adroddiad a gadwyd, ond mae wedi’i difrodi. Gwiriwch y dogfennau eto.
unread-heading = { $count ->
    [one] Ni ellid darllen y ddogfen hon
   *[other] Ni ellid darllen yr un o’r dogfennau hyn
  }
unread-next = Ni wiriwyd dim. Gallwch ddewis ffeil arall isod, neu ludo’r testun.

unlock-label = Cyfrinair “{ $name }”
unlock-open = Agor
unlock-note = Fe’i defnyddir yma, ar eich dyfais, i agor y ffeil hon, ac ni chaiff ei gadw yn unman.
unlock-wrong = Nid yw’r cyfrinair hwn yn agor y ffeil. Chwiliwch am briflythrennau a bylchau, neu gofynnwch i bwy bynnag a anfonodd y ffeil atoch.
unlock-failed = Ni ellid agor y ffeil. Beth ddywedodd y rhaglen: { $reason }

## The report

results-heading = { $barriers ->
    [0] { $unread ->
        [0] Dim rhwystrau wedi’u canfod yn yr hyn a ddarllenwyd
        [one] Dim rhwystrau wedi’u canfod yn yr hyn a ddarllenwyd, ac ni ddarllenwyd un ddogfen yn llawn
       *[other] Dim rhwystrau wedi’u canfod yn yr hyn a ddarllenwyd, ac ni ddarllenwyd { $unread } o ddogfennau yn llawn
      }
    [one] Un rhwystr posibl
   *[other] { $barriers } o rwystrau posibl
  }{ $high ->
    [0] { "" }
   *[other] { $barriers ->
        [one] , ac mae’n pwyso’n drwm
       *[other] { $high ->
            [one] , ac un ohonynt yn pwyso’n drwm
           *[other] , a { $high } ohonynt yn pwyso’n drwm
          }
      }
  }
results-limits = Rhwystrau posibl i fentrau cymdeithasol bach, i berson eu pwyso. Nid cyngor cyfreithiol.
results-read = { $whole ->
    [0] { $files ->
        [one] Dim ond yn rhannol y darllenwyd y ddogfen.
       *[other] Ni ddarllenwyd yr un o’r { $files } o ddogfennau yn llawn.
      }
   *[other] { $files ->
        [one] Darllenwyd y ddogfen yn llawn.
       *[other] { $whole ->
            [one] Darllenwyd un o { $files } o ddogfennau yn llawn.
           *[other] Darllenwyd { $whole ->
                [0] dim
               *[other] { $whole }
              } o { $files } o ddogfennau yn llawn.
          }
      }
  } { $undecided ->
    [0] Gallai pob rheol benderfynu.
    [one] Ni allai un rheol benderfynu.
   *[other] Ni allai { $undecided } o reolau benderfynu.
  }
results-read-more = Yr hyn a ddarllenwyd
judged-again = Pwyswyd eto: { $high } uchel, { $medium } canolig, { $low } isel, { $query } i’w penderfynu, { $missing } heb eu nodi, { $enabler } arfer da.
switch = Beth i’w ddangos
switch-findings = Canfyddiadau ({ $count })
switch-document = { $count ->
    [one] Dogfen
   *[other] Dogfennau ({ $count })
  }
drop-more = Gollyngwch i ychwanegu at y pecyn hwn
action-add = Ychwanegu dogfennau
short-action-add = Ychwanegu
action-save = Cadw’r adroddiad
short-action-save = Cadw
action-print = Argraffu
short-action-print = Argraffu
action-restart = Dechrau eto
short-action-restart = Dechrau eto
report-name = { $name } – adroddiad Tender Check.{ $ending }
save-html = Un dudalen (HTML)
save-html-text = I’w darllen mewn porwr, i’w hargraffu neu i’w hanfon ymlaen. Nid oes angen dim arall arni.
save-markdown = Markdown
save-markdown-text = Ar gyfer wicis, materion a phapurau.
save-csv = Tabl (CSV)
save-csv-text = Y canfyddiadau fel rhesi, ar gyfer taenlen.
save-json = Adroddiad (JSON)
save-json-text = Gellir ei agor yma eto, a’i gymharu â drafft diweddarach.
saved-said = Cadwyd: { $name }
save-failed = Ni ellid creu’r ffeil. Rhowch gynnig arall arni.
saved-report = Cadwyd yr adroddiad hwn yn gynharach. Nid yw’r dogfennau eu hunain ynddo: dangosir canfyddiadau gyda’r geiriau y maent yn eu dyfynnu a ble’r oeddent, ac ni ellir pwyso dim o’r newydd.
saved-documents = Nid yw’r dogfennau yn yr adroddiad hwn. Agorwch nhw hefyd, i weld y darnau yn eu lle.
keys = Mae F8 yn mynd i’r canfyddiad nesaf a Shift+F8 i’r un blaenorol; mewn dogfen, i’r darn nesaf a’r darn blaenorol. Mae’r bysellau saeth yn symud rhwng penawdau canfyddiadau.

## Comparing

compare = Cymharu â drafft neu adroddiad cynharach
compare-other = Cymharu ag un arall
compare-busy = Yn cymharu
compare-end = Gorffen cymharu
compare-failed = Ni ellid cymharu hwn: nid yw’n ddogfen nac yn adroddiad wedi’i gadw y gellir ei ddarllen.
compare-heading = Ers “{ $name }”
compare-sum = { $mended } wedi’u trwsio, { $new } newydd, { $changed } mewn geiriau eraill, { $unchanged } heb newid.
compare-mended = Wedi’u trwsio ({ $count })
compare-new = Newydd ({ $count })
compare-changed = Yno o hyd, mewn geiriau eraill ({ $count })
compare-unchanged = Heb newid ({ $count })
compare-aside = Wedi’u rhoi o’r neilltu ers hynny ({ $count })
compare-gained = Arfer da newydd ({ $count })
compare-lost = Arfer da sydd wedi mynd ({ $count })

## Writing

draft-name = Drafft.md
draft-copy-name = { $name } (drafft).md
draft-text = Testun y drafft
draft-own = Mae’r hyn a ysgrifennwch yn aros ar y cyfrifiadur hwn ac yn diflannu pan gaeir y tab: lawrlwythwch ef. Penawdau yw llinellau sy’n dechrau â #, a rhestrau yw’r rhai â -.
draft-copy = Rydych yn golygu copi, fel testun; nid yw’r ffeil a agoroch yn cael ei newid. I ddod â geiriad yn ôl iddi, copïwch ef oddi yma, neu gorffennwch olygu a chadwch y ffeil Word gyda sylwadau neu newidiadau wedi’u tracio.
draft-bar = Beth i’w wneud â’r drafft
draft-undo = Dadwneud
draft-redo = Ailwneud
draft-save-md = Lawrlwytho (.md)
draft-save-txt = Lawrlwytho (.txt)
draft-end = Gorffen golygu
draft-edit = Golygu fel testun
draft-apply = Rhoi yn y testun
draft-applied-said = Mae’r geiriad gwell yn y testun ac wedi’i ddewis. Mae Ctrl+Z yn ei dynnu’n ôl.
draft-added-said = Mae’r geiriad gwell y tu ôl i’r frawddeg ac wedi’i ddewis, i chi ei roi yn ei le. Mae Ctrl+Z yn ei dynnu’n ôl.
draft-caret = Canfyddiad { $number }: { $title }
draft-keys = Mae F8 yn mynd i’r darn nesaf a Shift+F8 i’r un blaenorol. Mae Ctrl+Z yn dadwneud, gan gynnwys geiriad gwell a roddwyd i mewn. Mae Tab yn gadael y testun.
draft-broken = Ni ellid llwytho’r golygydd. Llwythwch y dudalen eto a rhowch gynnig arall arni.
draft-blank = Tudalen wag
draft-blank-text = Ysgrifennwch yn y testun wrth ymyl hwn, neu gludwch iddo: mae’r hyn a all gadw mentrau cymdeithasol bach allan yn ymddangos yma.

## Back into Word

comment-save = Cadw ffeil Word gyda sylwadau
comment-changes = gyda geiriad gwell fel newidiadau wedi’u tracio
comment-name = { $name } (adolygwyd).docx
comment-done = { $comments ->
    [0] Nid oes dim i roi sylw arno yn y ddogfen hon.
    [one] Cadwyd copi gydag un sylw
   *[other] Cadwyd copi gyda { $comments } o sylwadau
  }{ $comments ->
    [0] { "" }
   *[other] { $changes ->
        [0] .
        [one] {" "}ac un newid arfaethedig.
       *[other] {" "}a { $changes } o newidiadau arfaethedig.
      } Ni chyffyrddwyd â’ch ffeil eich hun.
  }
comment-not-word = Nid yw hon yn ffeil Word y gellir ysgrifennu sylwadau ynddi. Cadwch hi fel .docx a’i hagor eto.
comment-not-whole = Mae’r ffeil Word hon wedi’i difrodi neu ei chloi, a gallai ei hysgrifennu o’r newydd golli peth ohoni. Agorwch hi yn Word, cadwch hi, ac agorwch hi yma eto.
comment-no-text = Nid oes testun yn y ffeil Word hon i roi sylwadau arno.
comment-pdf-save = Cadw PDF gydag amlygiadau
comment-pdf-name = { $name } (adolygwyd).pdf
comment-pdf-done = { $comments ->
    [0] Nid oes dim i’w amlygu yn y ddogfen hon.
    [one] Cadwyd copi gydag un canfyddiad mewn nodyn. Ni chyffyrddwyd â’ch ffeil eich hun.
   *[other] Cadwyd copi gyda { $comments } o ganfyddiadau yn ei nodiadau. Ni chyffyrddwyd â’ch ffeil eich hun.
  }
comment-pdf-not-whole = Mae’r ffeil PDF hon wedi’i difrodi, neu heb ei gwneud fel y dylid gwneud ffeiliau PDF, ac efallai na fyddai copi ohoni yn agor. Argraffwch hi i ffeil PDF newydd ac agorwch honno yma, neu cadwch yr adroddiad: mae’n enwi tudalen pob darn.
comment-pdf-locked = Mae’r ffeil PDF hon wedi’i diogelu gan gyfrinair rhag ei darllen neu ei newid, felly ni ellir ysgrifennu nodiadau ynddi. Agorwch un heb gyfrinair, neu cadwch yr adroddiad: mae’n enwi tudalen pob darn.
comment-failed = Ni ellid creu’r copi. Beth ddywedodd y rhaglen: { $reason }

## Kinds of finding

weight-high = Uchel
weight-medium = Canolig
weight-low = Isel
weight-query = I’w benderfynu
weight-missing = Heb ei nodi
weight-enabler = Arfer da
tag-high = Rhwystr: uchel
tag-medium = Rhwystr: canolig
tag-low = Rhwystr: isel
tag-query = I’w benderfynu
tag-missing = Heb ei nodi
tag-enabler = Arfer da
filter = Rhwystrau yn ôl pwysau, a mathau eraill o ganfyddiad
filter-theme = Thema
filter-theme-all = Pob thema

## Findings

findings-heading = Canfyddiadau
findings-shown = Yn dangos { $shown } o { $all }.
findings-filtered = Mae’r dewis uchod yn cuddio pob canfyddiad.
findings-close-all = Cau pob grŵp
findings-open-all = Agor pob grŵp
findings-show-all = Dangos y cyfan
findings-none = Ni chanfu unrhyw reol ddim yn yr hyn a ddarllenwyd. Nid yw hynny’n dweud dim am yr hyn na ellid ei ddarllen na’i benderfynu: gweler isod.
finding-word = Canfyddiad
finding-places = Darnau
finding-sum = Y swm
finding-why = Pam mae’n bwysig
finding-why-good = Pam mae’n helpu
finding-suggestion = Geiriad gwell
finding-question = Cwestiwn i’r prynwr
finding-sources = Ffynonellau
source-law = Cyfraith
source-policy = Polisi
source-guidance = Canllawiau
source-rule-of-thumb = Ein rheol fras
source-section = { $title }, { $section }
source-checked = Gwiriwyd { $date }.

place-page = tudalen { $page }
place-cell = cell { $cell } o’r daflen “{ $sheet }”
place-clause = cymal { $clause }
place-bare = Gweld y darn

mark-begins = [mae canfyddiad { $number } yn dechrau]
mark-badge = Canfyddiad { $number }: { $title } ({ $weight })

## Own settings, and findings set aside

finding-own-why = Ychwanegwyd at hyn
finding-own-why-of = Ychwanegwyd gan { $about }
finding-own-suggestion = Eich geiriad eich hun
finding-own-suggestion-of = Geiriad { $about }
own-heading = Gosodiadau a chanfyddiadau a roddwyd o’r neilltu
own-text = Mae gosodiadau sefydliad ei hun (tender-check.toml) yn diffodd rheolau neu’n eu newid. Cedwir canfyddiadau a roddwyd o’r neilltu yn tender-check.set-aside.toml. Mae’r ddau’n aros ar y cyfrifiadur hwn.
own-open = Agor ffeil o’r fath
own-remove = Tynnu’r gosodiadau
own-used = Barnwyd â’ch gosodiadau eich hun o “{ $file }”.
own-used-of = Barnwyd â’ch gosodiadau eich hun o “{ $file }”: { $about }.
own-counts = { $off ->
    [0] Nid oes rheol wedi’i diffodd
    [one] Mae un rheol wedi’i diffodd
   *[other] Mae { $off } o reolau wedi’u diffodd
  }, { $changed ->
    [0] ac nid oes un wedi’i newid.
    [one] ac mae un wedi’i newid.
   *[other] ac mae { $changed } wedi’u newid.
  }
own-set-aside = { $count ->
    [one] Mae un canfyddiad wedi’i roi o’r neilltu.
   *[other] Mae { $count } o ganfyddiadau wedi’u rhoi o’r neilltu.
  }
own-wrong = Ni ellir defnyddio “{ $name }”. Ni newidiwyd dim.
aside-set = Rhoi hwn o’r neilltu
aside-reason = Pam y gellir ei roi o’r neilltu?
aside-reason-lacking = Ysgrifennwch reswm, fel y gall eraill ei ddilyn.
aside-by = Eich enw, os mynnwch
aside-do = Rhoi o’r neilltu
aside-heading = { $count ->
    [0] O’r neilltu
   *[other] O’r neilltu ({ $count })
  }
aside-text = Mae person wedi edrych ar y rhain a’u rhoi o’r neilltu. Nid ydynt yn cyfrif yn y symiau.
aside-because = Rheswm:
aside-gone = Ni chanfyddir hwn mwyach: mae wedi mynd o’r dogfennau, neu mae ei eiriau’n wahanol erbyn hyn.
aside-restore = Ei gyfrif eto
aside-forget = Ei anghofio
aside-save = Cadw’r rhai o’r neilltu
aside-file = Canfyddiadau yr edrychwyd arnynt a’u rhoi o’r neilltu, gyda’r rhesymau. Cadwch y ffeil hon wrth ymyl y dogfennau.
coverage-settings = Eich gosodiadau eich hun
setting-off = Wedi’i diffodd.
setting-severity = Difrifoldeb: { $severity }.
setting-threshold = Trothwy { $name }: { $value } yn lle { $usual }.
setting-words = Ychwanegwyd eich geiriau eich hun.
setting-reason = Rheswm: { $reason }

## The document

documents = { $count ->
    [one] Y ddogfen
   *[other] Y dogfennau
  }
documents-list = Dogfennau’r pecyn hwn
documents-removed = Dogfennau a dynnwyd o’r pecyn hwn
document-remove = Tynnu o’r pecyn hwn
document-remove-name = Tynnu { $name } o’r pecyn hwn
document-removed = Tynnwyd { $name } ac nid yw’n cael ei gyfrif.
document-put-back = Rhoi’n ôl
document-put-back-name = Rhoi { $name } yn ôl
folder-empty = Nid oes dogfen yn y ffolder hon.
page-word = Tudalen
pages = { $count ->
    [one] { $count } dudalen
   *[other] { $count } o dudalennau
  }
table-wide = Tabl â { $columns } o golofnau
format-docx = Word
format-odt = Testun OpenDocument
format-xlsx = Excel
format-ods = Taenlen OpenDocument
format-pdf = PDF
format-html = Tudalen we
format-zip = Ffeil ZIP
format-ocds = Hysbysiad OCDS
format-rtf = RTF
format-email = E-bost
format-text = Testun
format-markdown = Markdown
format-unknown = Math anhysbys

## What was read

coverage = Yr hyn a ddarllenwyd, a’r hyn na ddarllenwyd
read-whole = Darllenwyd yn llawn
read-part = Darllenwyd yn rhannol
read-none = Heb ei ddarllen
count-words = { $count ->
    [one] { $count } gair
   *[other] { NUMBER($count) } o eiriau
  }
count-tables = { $count ->
    [one] { $count } tabl
   *[other] { $count } o dablau
  }
coverage-undecided = { $count ->
    [one] Ni allai un rheol benderfynu
   *[other] Ni allai { $count } o reolau benderfynu
  }
coverage-undecided-text = Roedd gan reol na allai benderfynu rywbeth i’w bwyso, ond nid y cyfan sydd ei angen arni.
coverage-rules = { $count ->
    [one] Defnyddiwyd un rheol
   *[other] Defnyddiwyd { $count } o reolau
  }
coverage-rules-text = Nid yw’r hyn nad oes unrhyw reol yn chwilio amdano yn y canfyddiadau, hyd yn oed os yw’n rhwystr.
coverage-rules-list = Rhestr o’r rheolau
rule-name = { $theme }: { $name }

## Circumstances

circumstances = Pwyswyd yn erbyn
circumstances-change = Newid y rhain
circumstances-no-value = gwerth yn anhysbys
circumstances-no-months = hyd yn anhysbys
circumstances-no-nature = yr hyn a brynir yn anhysbys
circumstances-no-nation = cenedl yn anhysbys
circumstances-no-buyer = math o brynwr yn anhysbys
circumstances-no-regime = rheolau’n anhysbys
circumstances-no-as_of = diwrnod yn anhysbys
circumstances-ask-value = Nid yw’r dogfennau’n dweud beth yw gwerth y contract. Rhowch yr hyn a ddisgwyliwch, a chaiff pob gofyniad ei bwyso yn ei erbyn.
circumstances-value = Gwerth y contract (£)
circumstances-months = Hyd mewn misoedd
circumstances-nature = Yr hyn a brynir
circumstances-nation = Cenedl
circumstances-buyer = Math o brynwr
circumstances-regime = Y rheolau sy’n berthnasol
circumstances-as_of = Y gyfraith fel yr oedd ar
circumstances-as-of-day = cyfraith { $date }
circumstances-unknown = Anhysbys
circumstances-wrong-value = Ysgrifennwch swm mewn punnoedd, fel 240,000 neu 1.2m.
circumstances-wrong-months = Ysgrifennwch nifer o fisoedd, fel 36, neu flynyddoedd, fel 3 years.
circumstances-annual = Gwerth y flwyddyn: { $amount }
circumstances-above = Mae’r gwerth ar drothwy’r rheolau hyn neu’n uwch.
circumstances-below = Mae’r gwerth islaw trothwy’r rheolau hyn.
months = { $count ->
    [one] { $count } mis
   *[other] { $count } o fisoedd
  }
origin-given = Wedi’i osod gennych chi.
origin-stated = Wedi’i nodi yn y dogfennau:
origin-derived = Wedi’i gyfrifo o’r hyn sy’n hysbys.
origin-assumed = Wedi’i dybio: nid yw’r dogfennau’n dweud.
origin-unknown = Heb ei ganfod yn y dogfennau.
origin-undo = Defnyddio hwn
origin-clear = Clirio

nature-people-services = Gwasanaethau i bobl (gofal, cymorth, cyngor, diwylliant)
nature-services = Gwasanaethau eraill
nature-goods = Nwyddau
nature-works = Gwaith adeiladu
nation-england = Lloegr neu’r DU
nation-wales = Cymru
nation-scotland = Yr Alban
nation-northern-ireland = Gogledd Iwerddon
buyer-central = Llywodraeth ganolog
buyer-local = Cyngor neu awdurdod lleol arall
buyer-parish = Cyngor plwyf, tref neu gymuned
buyer-health = Corff y GIG
buyer-housing = Cymdeithas dai
buyer-education = Prifysgol neu goleg
buyer-school = Ysgol neu academi
buyer-utility = Cyfleustod
buyer-other = Corff cyhoeddus arall
regime-procurement-act-2023 = Deddf Caffael 2023
regime-public-contracts-2015 = Rheoliadau Contractau Cyhoeddus 2015
regime-scotland = Rheolau caffael yr Alban
regime-provider-selection = Y Drefn Dethol Darparwyr (gofal iechyd)

footer-help = Cymorth
footer-access = Hygyrchedd
