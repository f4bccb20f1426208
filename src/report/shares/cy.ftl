# Pwy sy’n cael eu cau allan. Who is shut out, in Welsh.
# Mae’r cyfieithiad hwn yn aros i gyfieithydd ei wirio. This translation awaits a translator’s check.

shares-heading = Pwy sy’n cael eu cau allan
shares-charities = Roedd gan o leiaf { $share }% o’r elusennau yng Nghymru a Lloegr sy’n anfon ffurflen flynyddol incwm is yn { $year }.
shares-contracts = Roedd o leiaf { $share }% o’r contractau a enillodd sefydliadau gwirfoddol a mentrau cymdeithasol yn Lloegr yn { $year } yn llai.
shares-chart-charities = Elusennau yn ôl incwm blynyddol. Wedi’u llenwi: islaw’r { $amount } y gofynnir amdano yma.
shares-chart-contracts = Contractau a enillodd sefydliadau gwirfoddol a mentrau cymdeithasol, yn ôl gwerth. Wedi’u llenwi: islaw { $amount }.
shares-under = o dan { $amount }
shares-most = hyd at { $amount }
shares-table = Y ffigurau fel tabl
shares-column-charities = Incwm blynyddol
shares-column-contracts = Gwerth
shares-column-share = Cyfran
shares-source = Ffynhonnell:
shares-read = darllenwyd ar { $date }
