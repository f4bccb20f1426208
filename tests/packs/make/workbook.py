#!/usr/bin/env python3
"""Makes a workbook of Excel from JSON on standard input, and writes it to standard output.

    {"sheets": [{"name": "Prices", "hidden": false, "widths": [40, 20],
                 "rows": [[{"value": 10000000, "format": "£#,##0", "bold": true, "across": 1, "down": 1}, null]]}]}

Needs openpyxl (`pip install openpyxl`). A second run gives the same cells.
"""

import io
import json
import sys
from datetime import date, datetime

try:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
except ModuleNotFoundError:
    sys.exit("openpyxl is not installed: pip install openpyxl")

HEAD = PatternFill("solid", fgColor="DDE5EA")


def main():
    book = Workbook()
    book.remove(book.active)
    book.properties.created = book.properties.modified = datetime(2026, 1, 19, 9)
    for sheet in json.load(sys.stdin)["sheets"]:
        page = book.create_sheet(sheet["name"])
        if sheet.get("hidden"):
            page.sheet_state = "hidden"
        for column, width in enumerate(sheet.get("widths", []), 1):
            page.column_dimensions[get_column_letter(column)].width = width
        for number, row in enumerate(sheet["rows"], 1):
            for column, cell in enumerate(row, 1):
                if cell is not None:
                    put(page, number, column, cell)
    out = io.BytesIO()
    book.save(out)
    sys.stdout.buffer.write(out.getvalue())


def put(page, row, column, cell):
    value = cell.get("value", "")
    at = page.cell(row, column, date.fromisoformat(value) if cell.get("date") else value)
    at.alignment = Alignment(wrap_text=True, vertical="top")
    if "format" in cell:
        at.number_format = cell["format"]
    if cell.get("bold"):
        at.font = Font(bold=True)
    if cell.get("head"):
        at.fill = HEAD
    down, across = cell.get("down", 1), cell.get("across", 1)
    if down > 1 or across > 1:
        page.merge_cells(start_row=row, start_column=column, end_row=row + down - 1, end_column=column + across - 1)


main()
