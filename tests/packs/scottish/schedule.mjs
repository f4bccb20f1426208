import { p, pounds, share, sheet, table } from '../make/workbook.mjs';

export const schedule = {
  name: 'Schedule 2 Price',
  author: 'Strathellen Council',
  sheets: [
    sheet('Price', [
      p('Invoices are paid within 30 days of receipt.'),
      table(
        [50, 25, 25],
        [
          [{ text: 'Service', down: 2 }, { text: 'Hourly rate (£)', across: 2 }],
          ['Mainland', 'Islands'],
          ['Support at home', '', ''],
          ['Travel', '', ''],
        ],
        { head: 2 },
      ),
    ]),
    sheet('Insurance', [
      table(
        [50, 25, 25],
        [
          ['Type of insurance', 'Level of cover', 'Basis'],
          ['Employers’ (compulsory) liability', pounds(5_000_000), 'Each claim'],
          ['Public liability', pounds(5_000_000), 'Each claim'],
        ],
      ),
    ]),
    sheet('Weighting', [table([60, 40], [['Criterion', 'Weight'], ['Price', share(35)], ['Quality', share(65)]])]),
  ],
};
