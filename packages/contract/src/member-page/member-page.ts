import { matterActs, matterStandings, taskKinds } from '@xushi/domain';
import * as z from 'zod';
import { refusal } from '../errors.js';
import { committeeRoute, memberLinkRoute } from '../route.js';
import { id, inCommittee, isoDate } from '../values.js';

/** One duty of a member as the member page shows it: no colour, no rank, no word of lateness. */
const matter = z.object({
  taskId: id,
  committeeId: id,
  committeeName: z.string(),
  kind: z.enum(taskKinds),
  title: z.string(),
  /** The member in whose place the reader stands in; null for one's own. */
  standsInForName: z.string().nullable(),
  /** Of an activity: the day it is held, if it was arranged. */
  heldOn: isoDate.nullable(),
  place: z.string().nullable(),
  opensOn: isoDate,
  dueOn: isoDate,
  /** Where today stands to the due date, which includes its day. */
  due: z.enum(['ahead', 'today', 'past']),
  target: z.number().int(),
  progress: z.number().int(),
  standing: z.enum(matterStandings),
  acts: z.array(z.enum(matterActs)),
  /** The day of what was last done; null while nothing was. */
  doneOn: isoDate.nullable(),
  /** Who entered it for the member; null where the member did. */
  enteredByName: z.string().nullable(),
  /** Why a leave was asked for or, where it was refused, refused. */
  reason: z.string().nullable(),
});

/** What a member's link opens. */
const memberPage = z.object({
  name: z.string(),
  today: isoDate,
  /** The link acts until its duty ends, and for the rest of that day; after that the page says what became of it. */
  isAlive: z.boolean(),
  /** The duty the link was sent for. Null where it is somebody else's now. */
  asked: matter.nullable(),
  /** The member's other open matters in the committees of the link's tree, the nearest first. */
  others: z.array(matter),
  /** What became of earlier ones, the latest first. */
  ended: z.array(matter),
  /** Whom to call. */
  contact: z.object({ name: z.string(), phone: z.string() }).nullable(),
});

const inMatter = z.object({ taskId: id });

export const memberPageContract = {
  endLinks: committeeRoute('POST', '/tasks/{taskId}/links/end', 'End the links sent about a duty, as when one leaked', {
    roles: ['staff'],
    reach: 'own',
  })
    .input(inCommittee.extend({ taskId: id }))
    .output(z.object({ ended: z.number().int() })),
  read: memberLinkRoute('GET', '/member-page', 'What is asked of the member whose link it is; changes nothing').output(
    memberPage,
  ),
  contribute: memberLinkRoute('POST', '/member-page/contributions', 'The member comes, or has handed something in')
    .input(
      inMatter.extend({
        doneOn: isoDate,
        note: z.string().max(500).nullable(),
        answer: z.literal('coming').nullable(),
        /** Made by the page once per press, so that a double click records once. */
        idempotencyKey: id,
      }),
    )
    .output(memberPage)
    .errors(
      refusal(
        'link-ended',
        'task-not-open',
        'task-not-by-contribution',
        'date-in-future',
        'date-before-opening',
        'amount-invalid',
        'answer-missing',
      ),
    ),
  askLeave: memberLinkRoute('POST', '/member-page/leave', 'The member asks for leave from an invitation')
    .input(inMatter.extend({ reason: z.string().max(500) }))
    .output(memberPage)
    .errors(refusal('link-ended', 'text-missing', 'task-not-open', 'not-an-invitation', 'leave-requested')),
};
