// A Scottish council buys help into work: three lots by area, £450,000 a year. Its notice and its declaration follow the
// numbering that Scottish buyers share; terms are fair on the whole, the financial tests are not.
// Strathellen and everybody in it are invented.

import { invitation } from './invitation.mjs';
import { notice } from './notice.mjs';
import { terms } from './terms.mjs';

export const documents = [notice, invitation, terms];

export { schedule } from './schedule.mjs';
