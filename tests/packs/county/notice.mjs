// The notice, as a person prints it from the web.

import { bullets, fields, h, p } from '../make/blocks.mjs';

export const notice = {
  name: 'Tender notice',
  author: 'Marlshire County Council',
  web: true,
  title: 'Homelessness prevention and floating support',
  header: '09/03/2026, 09:41   Homelessness prevention and floating support',
  footer: 'https://notices.example/2026/S-000-011402   {page}/{pages}',
  body: [
    p('Marlshire County Council'),
    p('UK4: Tender notice – Procurement Act 2023'),
    p('Published 9 March 2026, 9:30am'),
    h('Scope', { plain: true }),
    ...fields(
      ['Reference', 'MCC-2026-114'],
      ['Description', 'Support in their own homes for single people, couples and families who are homeless or may soon become so, in four areas of the county. About 1,900 households a year.'],
      ['Total value (estimated)', '£7,440,000 excluding VAT', '£8,928,000 including VAT', 'Above the relevant threshold'],
      ['Contract dates (estimated)', '1 October 2026 to 30 September 2030', 'Possible extension to 30 September 2032', '6 years'],
      ['Main procurement category', 'Services'],
      ['CPV classifications', '85300000 – Social work and related services'],
    ),
    h('Lot constraints', { plain: true }),
    ...fields(
      ['Maximum number of lots a supplier can be awarded', '2'],
      ['How lots are divided', 'By area, so that smaller organisations with local roots can tender.'],
    ),
    ...[
      ['Lot 1. North Marlshire', '£2,480,000', '£2,976,000'],
      ['Lot 2. Carrow and the Vale', '£2,160,000', '£2,592,000'],
      ['Lot 3. Coast', '£1,640,000', '£1,968,000'],
      ['Lot 4. Border towns', '£1,160,000', '£1,392,000'],
    ].flatMap(([name, net, gross]) => [
      h(name, { plain: true }),
      ...fields(
        ['Lot value (estimated)', `${net} excluding VAT`, `${gross} including VAT`],
        ['Same for all lots', 'CPV classifications and contract dates are shown in the Scope section.'],
      ),
    ]),
    h('Participation', { plain: true }),
    ...fields(
      ['Legal and financial capacity conditions of participation', 'See section 4 of the invitation to tender. Minimum yearly turnover is twice the value of the lot.'],
      ['Technical ability conditions of participation', 'Two examples of support to people in housing need, from any sector, in the last five years.'],
    ),
    p('Particular suitability'),
    bullets('Small and medium-sized enterprises (SME)', 'Voluntary, community and social enterprises (VCSE)'),
    h('Submission', { plain: true }),
    ...fields(
      ['Enquiry deadline', '27 March 2026, 5:00pm'],
      ['Tender submission deadline', '20 April 2026, 12:00pm'],
      ['Submission address and any special instructions', 'https://tenders.marlshire.example', 'Tenders may be submitted electronically: Yes'],
      ['Languages that may be used for submission', 'English'],
      ['Award decision date (estimated)', '26 June 2026'],
    ),
    h('Award criteria', { plain: true }),
    ...fields(['Quality', '60%'], ['Price', '30%'], ['Social value', '10%']),
    h('Other information', { plain: true }),
    ...fields(
      ['Payment terms', 'As set out in the terms and conditions. Invoices are paid in pounds sterling.'],
      ['Conflicts assessment prepared/revised', 'Yes'],
    ),
    h('Procedure', { plain: true }),
    ...fields(['Procedure type', 'Open procedure'], ['Special regime', 'Light touch']),
    h('Contracting authority', { plain: true }),
    ...fields(
      ['Marlshire County Council', 'County Hall, Carrow, Marlshire', 'Email: commissioning@marlshire.example'],
      ['Region', 'UKX99 – Marlshire'],
      ['Organisation type', 'Public authority – sub-central government'],
    ),
  ],
};
