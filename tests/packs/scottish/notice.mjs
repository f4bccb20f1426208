// The contract notice: numbers typed by hand, amounts with blanks between the thousands.

import { h, p } from '../make/blocks.mjs';

const section = (text) => h(text, { level: 1, plain: true });
const part = (text, ...lines) => [h(text, { level: 2, plain: true }), ...lines.map(p)];

const lot = (number, area, value) => [
  ...part('II.2.1) Title', `Lot ${number}: ${area}`, `Lot No: ${number}`),
  ...part('II.2.4) Description of the procurement', `Supported employment in ${area}: help to find, start and keep a job for people whom disability, ill health or long unemployment keeps out of work.`),
  ...part('II.2.5) Award criteria', 'Quality criterion: Method and delivery / Weighting: 50', 'Quality criterion: Community benefits and fair work / Weighting: 15', 'Price / Weighting: 35'),
  ...part('II.2.6) Estimated value', `Value excluding VAT: ${value} GBP`),
  ...part('II.2.7) Duration of the contract', 'Duration in months: 36', 'This contract is subject to renewal: Yes', 'Description of renewals: two periods of twelve months each, at the Council’s option.'),
];

export const notice = {
  name: 'Contract notice',
  author: 'Strathellen Council',
  web: true,
  title: 'Supported employment 2026',
  header: 'Contract notice – Supported employment 2026',
  footer: '{page} / {pages}',
  body: [
    p('Date of publication: 12 January 2026. Deadline date: 16 February 2026.'),
    section('Section I: Contracting authority'),
    ...part('I.1) Name and addresses', 'Strathellen Council', 'Council Buildings, Harbour Road, Portellen, Scotland'),
    ...part('I.4) Type of the contracting authority', 'Regional or local authority'),
    section('Section II: Object'),
    ...part('II.1.1) Title', 'Supported employment 2026', 'Reference number: SC/ED/26/003'),
    ...part('II.1.5) Estimated total value', 'Value excluding VAT: 1\u00a0350\u00a0000.00 GBP'),
    ...part('II.1.6) Information about lots', 'This contract is divided into lots: Yes', 'Tenders may be submitted for all lots', 'Maximum number of lots that may be awarded to one tenderer: 2'),
    ...lot(1, 'Portellen and the East', '540\u00a0000.00'),
    ...lot(2, 'The West', '450\u00a0000.00'),
    ...lot(3, 'The Islands', '360\u00a0000.00'),
    section('Section III: Legal, economic, financial and technical information'),
    ...part(
      'III.1.2) Economic and financial standing',
      'List and brief description of selection criteria: SPD questions 4B.1 to 4B.6.',
      'Minimum level(s) of standards possibly required: yearly turnover of twice the estimated yearly value of each lot; a current ratio of 1.2; a Dun and Bradstreet failure score of 20 or more; employers’ liability of 10 000 000 GBP, public liability of 5 000 000 GBP and professional indemnity of 2 000 000 GBP, which tenderers hold or can commit to obtain before the contract starts.',
    ),
    ...part('III.1.3) Technical and professional ability', 'SPD questions 4C.1.2 and 4D.1.'),
    ...part('III.2.2) Contract performance conditions', 'Community benefits: see the invitation to tender. Fair Work First applies, and with it the real Living Wage.'),
    section('Section IV: Procedure'),
    ...part('IV.1.1) Type of procedure', 'Open procedure'),
    ...part('IV.2.2) Time limit for receipt of tenders', 'Date: 16 February 2026', 'Local time: 12:00'),
    ...part('IV.2.6) Minimum time frame during which the tenderer must maintain the tender', 'Duration in months: 4 (from the date stated for receipt of tender)'),
    section('Section VI: Complementary information'),
    ...part('VI.3) Additional information', 'The Council asks for no bond. Sub-contracting is allowed. A summary of the expected community benefits is in the documents.'),
  ],
};
