#!/usr/bin/env python3
"""Makes `mailed.eml` and `mailed.msg`: a tender that a buyer sends by e-mail, with its terms and its price schedule
attached, as it comes over the network and as Outlook saves it.

    python3 tests/packs/mailed.py

The files are committed. A second run gives the same bytes.
"""

from datetime import datetime, timezone
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

from compound import compound

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
    (HERE / "mailed.msg").write_bytes(compound(message(mail)))
    forwarded = EmailMessage()
    forwarded["From"] = Address("Green Ways", "hello", "greenways.example")
    forwarded["To"] = Address("Bids", "bids", "greenways.example")
    forwarded["Date"] = "Tue, 03 Feb 2026 10:00:00 +0000"
    forwarded["Subject"] = "Fwd: Questions and answers"
    forwarded.set_content("Their answer is attached.\n")
    forwarded.add_alternative("<p>Their answer is attached.</p>", subtype="html")
    answer = EmailMessage()
    answer["From"], answer["To"], answer["Date"] = mail["From"], mail["To"], "Tue, 03 Feb 2026 09:00:00 +0000"
    answer["Subject"] = "Questions and answers"
    answer.set_content("The start date is 1 April 2026.\n")
    answer.add_alternative("<p>The start date is 1 April 2026.</p>", subtype="html")
    answer.add_attachment("Payment is made within 30 days.\n".encode(), "text", "plain", filename="Terms.txt")
    outer = message(forwarded)
    outer["__attach_version1.0_#00000000"] = {
        "__properties_version1.0": bytes(8) + fixed(0x0003, 0x3705, 5),
        "__substg1.0_3701000D": message(answer, head=24),
    }
    (HERE / "forwarded.msg").write_bytes(compound(outer))


def message(mail, head=32):
    """The same message as the properties of a compound file: MS-OXMSG."""
    sender, to = mail["From"].addresses[0], mail["To"].addresses[0]
    sent = datetime.strptime(mail["Date"], "%a, %d %b %Y %H:%M:%S %z") - datetime(1601, 1, 1, tzinfo=timezone.utc)
    properties = {
        "__nameid_version1.0": {"__substg1.0_00020102": b"", "__substg1.0_00030102": b"", "__substg1.0_00040102": b""},
        "__properties_version1.0": bytes(head) + fixed(0x0040, 0x0039, int(sent.total_seconds()) * 10_000_000),
        **text(0x001A, "IPM.Note"),
        **text(0x0037, mail["Subject"]),
        **text(0x0C1A, sender.display_name),
        **text(0x0C1F, sender.addr_spec),
        **text(0x0E04, to.display_name),
        **text(0x1000, mail.get_body(("plain",)).get_content().replace("\n", "\r\n")),
        "__substg1.0_10130102": mail.get_body(("html",)).get_content().encode(),
        "__recip_version1.0_#00000000": {
            "__properties_version1.0": bytes(8) + fixed(0x0003, 0x0C15, 1),
            **text(0x3001, to.display_name),
            **text(0x3003, to.addr_spec),
        },
    }
    for number, file in enumerate(mail.iter_attachments()):
        properties[f"__attach_version1.0_#{number:08X}"] = {
            "__properties_version1.0": bytes(8) + fixed(0x0003, 0x3705, 1),
            "__substg1.0_37010102": file.get_payload(decode=True),
            **text(0x3707, file.get_filename()),
            **text(0x370E, file.get_content_type()),
        }
    return properties


def text(number, value):
    return {f"__substg1.0_{number:04X}001F": value.encode("utf-16-le")}


def fixed(kind, number, value):
    return kind.to_bytes(2, "little") + number.to_bytes(2, "little") + bytes([6, 0, 0, 0]) + value.to_bytes(8, "little")


def boundaries(mail):
    return [part.get_boundary() for part in mail.walk() if part.is_multipart()]


main()
