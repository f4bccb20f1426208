import { number, p, pounds, share, sheet, table } from '../make/workbook.mjs';

export const schedule = {
  name: 'Price schedule',
  author: 'Marlshire County Council',
  sheets: [
    sheet('Guidance', [
      p('Give one price a year for each lot that you tender for.'),
      p('Invoices are paid within 45 days of the end of the month.'),
      p('The price is fixed for four years and will not be adjusted for inflation.'),
    ]),
    sheet('Lots', [
      table(
        [12, 38, 25, 25],
        [
          ['Lot', 'Service', 'Annual value (£)', 'Your price a year (£)'],
          ['Lot 1', 'Floating support, north', number(620_000), ''],
          ['Lot 2', 'Floating support, south', number(540_000), ''],
          ['Lot 3', 'Prevention and advice', number(480_000), ''],
          ['Lot 4', 'Specialist support', number(220_000), ''],
        ],
      ),
    ]),
    sheet('Requirements', [
      table(
        [45, 25, 30],
        [
          ['Requirement', 'Amount', 'When'],
          ['Minimum annual turnover', pounds(1_240_000), 'Each of the last two years'],
          ['Public liability insurance', pounds(5_000_000), 'Before the contract starts'],
        ],
      ),
    ]),
    sheet('Scoring', [
      table([60, 40], [['Award criterion', 'Weight'], ['Price', share(40)], ['Quality', share(50)], ['Social value', share(10)]]),
    ]),
  ],
};
