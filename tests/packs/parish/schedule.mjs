import { day, number, p, pounds, share, sheet, table } from '../make/workbook.mjs';

export const schedule = {
  name: 'Price schedule',
  author: 'Hallowick Parish Council',
  sheets: [
    sheet('Prices', [
      p('Fill in the empty cells. Prices leave out VAT.'),
      table(
        [40, 15, 20, 25],
        [
          ['Work', 'Visits a year', 'Price a visit (£)', 'Price a year (£)'],
          [{ text: 'Long Meadow recreation ground', down: 2 }, '26', '', ''],
          ['52', '', ''],
          ['Quarry Lane recreation ground', '26', '', ''],
          ['Cemetery, Fenny Road', '18', '', ''],
          [{ text: 'Total a year', across: 3 }, ''],
        ],
      ),
      p('Prices are fixed for three years.'),
    ]),
    sheet('What you need', [
      table(
        [40, 25, 35],
        [
          ['Insurance', 'Minimum cover', 'Basis'],
          ['Public liability', pounds(10_000_000), 'Any one occurrence'],
          ['Employers’ liability', pounds(10_000_000), 'Any one occurrence'],
          ['Professional indemnity', pounds(2_000_000), 'Each and every claim'],
        ],
      ),
    ]),
    sheet('Key dates', [
      table(
        [60, 40],
        [
          ['Step', 'Date'],
          ['Deadline for tenders', day('2026-02-20')],
          ['Contract starts', day('2026-04-01')],
        ],
      ),
    ]),
    sheet('Marks', [
      table(
        [60, 40],
        [
          ['Award criterion', 'Weight'],
          ['Price', share(70)],
          ['Quality', share(30)],
        ],
      ),
      table([60, 40], [['Budget', 'A year (£)'], ['Estimated annual contract value', number(41_500)]]),
    ], { hidden: true }),
  ],
};
