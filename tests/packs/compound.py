"""Writes compound files: MS-CFB, version 3."""

from struct import pack

SECTOR, SMALL, CUTOFF = 512, 64, 4096
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(root):
    """The bytes of a compound file; storages are dicts, streams are bytes."""
    entries = [["Root Entry", 5, FREE, FREE, FREE, b""]]
    add(entries, 0, root)
    sectors, chains, small, small_chains = [], [], [], []
    placed = []
    for _, kind, *_, contents in entries:
        if kind != 2 or not contents:
            placed.append((END if kind == 2 else 0, 0))
        elif len(contents) < CUTOFF:
            placed.append((put(small, small_chains, contents, SMALL), len(contents)))
        else:
            placed.append((put(sectors, chains, contents, SECTOR), len(contents)))
    mini = b"".join(small)
    placed[0] = (put(sectors, chains, mini, SECTOR), len(mini)) if mini else (END, 0)
    directory = b"".join(entry(*e[:5], *place) for e, place in zip(entries, placed))
    directory += entry("", 0, FREE, FREE, FREE, 0, 0) * (-len(entries) % 4)
    first_directory = put(sectors, chains, directory, SECTOR)
    table = b"".join(pack("<I", n) for n in small_chains)
    first_small = put(sectors, chains, table, SECTOR, b"\xff") if table else END
    tables = 0
    while tables * SECTOR // 4 < len(chains) + tables:
        tables += 1
    listed = list(range(len(chains), len(chains) + tables))
    assert tables <= 109, "a table of tables is not written"
    chains += [TABLE] * tables
    chains += [FREE] * (-len(chains) % (SECTOR // 4))
    sectors.append(b"".join(pack("<I", n) for n in chains))
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += pack("<IIIIIIIII", 0, tables, first_directory, 0, CUTOFF, first_small, -(-len(table) // SECTOR), END, 0)
    head += b"".join(pack("<I", n) for n in listed + [FREE] * (109 - tables))
    return head + b"".join(sectors)


def put(sectors, chains, contents, size, fill=b"\0"):
    """Puts contents into sectors that follow each other; gives the first."""
    first = len(chains)
    pieces = [contents[at : at + size].ljust(size, fill) for at in range(0, len(contents), size)]
    sectors += pieces
    chains += [*range(first + 1, first + len(pieces)), END]
    return first


def add(entries, storage, contents):
    """Adds what is in a storage, as a balanced tree in the order of the names."""
    numbers = {}
    for name, inner in sorted(contents.items(), key=lambda item: (len(item[0]), item[0].upper())):
        numbers[name] = len(entries)
        entries.append([name, 1 if isinstance(inner, dict) else 2, FREE, FREE, FREE, inner])
        if isinstance(inner, dict):
            add(entries, numbers[name], inner)
    entries[storage][4] = tree(entries, list(numbers.values()))


def tree(entries, numbers):
    if not numbers:
        return FREE
    middle = len(numbers) // 2
    entries[numbers[middle]][2:4] = tree(entries, numbers[:middle]), tree(entries, numbers[middle + 1 :])
    return numbers[middle]


def entry(name, kind, left, right, child, start, length):
    label = name.encode("utf-16-le")
    size = len(label) + 2 if name else 0
    out = label.ljust(64, b"\0") + pack("<HBBIII", size, kind, 1, left, right, child)
    return out + bytes(36) + pack("<IQ", start, length)
