// The invitation, with the selection statements of the Single Procurement Document under their numbers.

import { bullets, h, letters, p, table } from '../make/blocks.mjs';

const statement = (number, title, ...texts) => [h(`${number} ${title}`, { level: 2, plain: true }), ...texts.map(p)];

export const invitation = {
  name: 'Invitation to tender and SPD statements',
  author: 'Strathellen Council',
  title: 'Supported employment 2026: invitation to tender and SPD statements',
  header: 'Strathellen Council | Comhairle Srath Eilinn | SC/ED/26/003',
  footer: 'Page {page}',
  cells: 'columns',
  notes: {
    spd: 'The Single Procurement Document. A tenderer declares; only the best-placed tenderer shows papers.',
    law: 'Regulation 59 of the Public Contracts (Scotland) Regulations 2015 lets a buyer ask for a turnover of no more than twice the contract’s value.',
    duty: 'Under the Procurement Reform (Scotland) Act 2014 a buyer must consider community benefits where a contract is worth £4 million or more. This contract is not, and we ask all the same.',
  },
  body: [
    h('Part 1: About the contract', { plain: true }),
    p('Strathellen Council invites tenders for supported employment. About 310 people a year will have a job coach who helps them to find, start and keep paid work.'),
    p('The contract is to start on 1 June 2026 and to last for 36 months. The Council may renew it twice, by 12 months each time.'),
    table(
      [12, 40, 24, 24],
      [
        ['Lot', 'Area', 'Value a year', 'Value over 36 months'],
        ['Lot 1', 'Portellen and the East', '£180,000', '£540,000'],
        ['Lot 2', 'The West', '£150,000', '£450,000'],
        ['Lot 3', 'The Islands', '£120,000', '£360,000'],
        ['All lots', '', '£450,000', '£1,350,000'],
      ],
    ),
    p('Values leave out VAT and renewals. A tenderer may tender for any number of lots and may win no more than two, so that people on the islands and on the mainland do not depend on one body.'),
    p('Groups of bodies may tender together, and need take no particular legal form to do so. Supported businesses, charities, community interest companies and co-operatives are as welcome as anybody else.'),
    h('Part 2: Dates', { plain: true }),
    table(
      [60, 40],
      [
        ['Event', 'Date'],
        ['Notice published', '12 January 2026'],
        ['Online meeting for tenderers', '20 January 2026'],
        ['Last date for questions', '2 February 2026'],
        ['Tenders due', '16 February 2026, 12 noon'],
        ['Award', '13 April 2026'],
        ['Contract starts', '1 June 2026'],
      ],
    ),
    h('Part 3: Selection', { plain: true }),
    p('Tenderers fill in the SPD[^spd] and are measured against these statements.'),
    ...statement(
      '4B.1.1',
      'General yearly turnover',
      'We ask for a general yearly turnover of no less than twice the estimated yearly value of the lot, in each of the last two financial years:[^law]',
    ),
    table(
      [40, 60],
      [
        ['Lot', 'Minimum yearly turnover'],
        ['Lot 1', '£360,000'],
        ['Lot 2', '£300,000'],
        ['Lot 3', '£240,000'],
        ['Any two lots', 'The sum of the two'],
      ],
    ),
    ...statement(
      '4B.3',
      'New bodies',
      'A tenderer that has not traded for two years gives the date on which it was set up, and may show by a forecast or a funder’s letter that it can carry the contract.',
    ),
    ...statement(
      '4B.4',
      'Ratios',
      'State your current ratio, which is current assets divided by current liabilities. It must be 1.2 or better in the latest year.',
    ),
    ...statement(
      '4B.5.1 and 4B.5.2',
      'Insurance',
      'Tenderers declare that they have this cover, or commit to obtain it before the contract starts:',
    ),
    bullets(
      'Employer’s (Compulsory) Liability Insurance = 10\u00a0000\u00a0000 GBP',
      'Public Liability Insurance = 5\u00a0000\u00a0000 GBP in respect of any one event',
      'Professional Risk Indemnity Insurance = 2\u00a0000\u00a0000 GBP',
    ),
    p('The Council itself carries the first £250,000 of any claim against it and is covered for £50 million above that; tenderers need not match it.'),
    ...statement(
      '4B.6',
      'Other economic or financial requirements',
      'The Council will look up each tenderer in Dun and Bradstreet. A failure score of 20 or more is needed. A tenderer with a lower score, or with none, fails unless it has a parent company that gives a guarantee.',
    ),
    ...statement(
      '4C.1.2',
      'Past services',
      'Give up to two examples of similar help in the last three years, for public, private or charitable funders.',
    ),
    ...statement(
      '4C.4',
      'Supply chain',
      'If you use sub-contractors, confirm that you pay at least 95% of their invoices on time, or show a plan to get there.',
    ),
    ...statement(
      '4D.1',
      'Quality',
      'ISO 9001 from an accredited body, or documented procedures of your own that do the same work.',
    ),
    h('Part 4: Award', { plain: true }),
    table(
      [46, 18, 36],
      [
        ['Criterion', 'Weight', 'Length'],
        ['Price', '35%', 'Schedule 2'],
        ['Method and delivery', '50%', '2,500 words in all'],
        ['Community benefits and fair work', '15%', '500 words in all'],
      ],
    ),
    p('Tenders go to the bidder with the most economically advantageous tender for each lot. Price alone never decides.'),
    h('Part 5: Community benefits', { plain: true }),
    p('Say what your way of working gives to the area.[^duty] For instance:'),
    letters(
      'work placements, of which:',
      ['some on the islands; and', 'some for young people who have been in care;'],
      'volunteering; or',
      'trade with supported businesses.',
    ),
    p('We set no targets. Staff on the contract are paid at least the real Living Wage.'),
    h('Part 6: Your declaration', { plain: true }),
    table(
      [70, 30],
      [
        ['We confirm', 'Yes or no'],
        ['We meet 4B.1.1 for the lots we tender for', '{=Choose=}'],
        ['We hold the insurances, or commit to obtain them before 1 June 2026', '{=Choose=}'],
        ['We accept the terms and conditions', '{=Choose=}'],
      ],
    ),
    p('Questions may be asked in Gaelic or English – Thoir fios gu fòn no post-d ’s cuidichidh sinn thu.'),
  ],
};
