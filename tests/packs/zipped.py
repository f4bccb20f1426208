#!/usr/bin/env python3
"""Makes `zipped.zip`: a pack as it is sent, with folders, what macOS leaves in it, and an entry with a password.

    python3 tests/packs/zipped.py

The file is committed. A second run gives the same bytes.
"""

import struct
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
DAY = (2026, 4, 1, 9, 0, 0)


def main():
    with zipfile.ZipFile(HERE / "zipped.zip", "w", zipfile.ZIP_DEFLATED) as pack:
        def add(name, data):
            pack.writestr(zipfile.ZipInfo(name, DAY), data, zipfile.ZIP_DEFLATED)

        for folder in ["Lot 1/", "Lot 2/"]:
            pack.writestr(zipfile.ZipInfo(folder, DAY), b"")
        add("Terms.pdf", (HERE / "parish/pdf/Conditions of contract.pdf").read_bytes())
        add("Invitation.docx", (HERE / "parish/docx/Invitation to tender.docx").read_bytes())
        add("Lot 1/Price.txt", "Lot 1 is worth £40,000.")
        add("Lot 2/Price.txt", "Lot 2 is worth £40,000.")
        add("Lot 1/Locked.txt", "This cannot be read.")
        add("__MACOSX/._Terms.pdf", b"\0\5\x16\7")
        add(".DS_Store", b"\0")
    mark_as_encrypted("Lot 1/Locked.txt")


def mark_as_encrypted(name):
    """Python writes no passwords: the flag alone makes readers ask for one."""
    path = HERE / "zipped.zip"
    data = bytearray(path.read_bytes())
    for signature, flags, names in [(b"PK\3\4", 6, 30), (b"PK\1\2", 8, 46)]:
        at = data.find(signature)
        while at >= 0:
            if data[at + names:].startswith(name.encode()):
                value, = struct.unpack_from("<H", data, at + flags)
                struct.pack_into("<H", data, at + flags, value | 1)
            at = data.find(signature, at + 4)
    path.write_bytes(data)


main()
