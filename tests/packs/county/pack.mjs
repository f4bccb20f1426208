// A county council buys help for people at risk of losing their home: four lots, £1.86 million a year. It does some
// things well (lots, time, "commit to obtain", consortia) while its standard terms undo much of it.
// Marlshire and everybody in it are invented.

import { invitation } from './invitation.mjs';
import { notice } from './notice.mjs';
import { terms } from './terms.mjs';

export const documents = [notice, invitation, terms];

export { schedule } from './schedule.mjs';
