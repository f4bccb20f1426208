#!/usr/bin/env python3
"""The texts in the cells of a workbook, as openpyxl reads them: one cell a line, numbers left out.

    python3 tests/tools/cells.py FILE.xlsx
"""

import sys

try:
    import openpyxl
except ModuleNotFoundError:
    sys.exit("openpyxl is not installed: pip install openpyxl")

book = openpyxl.load_workbook(sys.argv[1], data_only=True)
for sheet in book.worksheets:
    for row in sheet.iter_rows(values_only=True):
        for value in row:
            if isinstance(value, str) and not value.startswith("="):
                print(value.replace("_x000D_", ""))
