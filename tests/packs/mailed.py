#!/usr/bin/env python3
"""Makes `mailed.eml`: a tender that a buyer sends by e-mail, with its terms and its price schedule attached.

    python3 tests/packs/mailed.py

The file is committed. A second run gives the same bytes.
"""

from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

HERE = Path(__file__).parent
SPREADSHEET = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def main():
    mail = EmailMessage()
    mail["From"] = Address("Maureen Tuddenham", "clerk", "hallowick.example")
    mail["To"] = Address("Green Ways", "hello", "greenways.example")
    mail["Date"] = "Mon, 02 Feb 2026 09:15:00 +0000"
    mail["Subject"] = "Grounds maintenance: an invitation to tender – please answer by 20 February"
    mail["Message-ID"] = "<1@hallowick.example>"
    mail.set_content(
        "Dear all,\n\nPlease find our conditions and the price schedule attached.\n\n"
        "Tenderers need public liability insurance of £10 million on the day they tender. "
        "The contract is worth £41,500 a year.\n\nMaureen Tuddenham\nClerk\n"
    )
    mail.add_alternative("<p>Dear all,</p><p>Please find our conditions and the price schedule attached.</p>", subtype="html")
    terms = (HERE / "parish/pdf/Conditions of contract.pdf").read_bytes()
    mail.add_attachment(terms, "application", "pdf", filename="Conditions of contract.pdf")
    prices = (HERE / "parish/schedule/Price schedule.xlsx").read_bytes()
    mail.add_attachment(prices, "application", SPREADSHEET, filename="Price schedule £.xlsx")
    text = mail.as_bytes()
    for number, boundary in enumerate(boundaries(mail)):
        text = text.replace(boundary.encode(), f"===part-{number}===".encode())
    (HERE / "mailed.eml").write_bytes(text)


def boundaries(mail):
    return [part.get_boundary() for part in mail.walk() if part.is_multipart()]


main()
