import * as z from 'zod';
import { refusal } from '../errors.js';
import { committeeRoute, publicRoute, signedInRoute } from '../route.js';
import { inCommittee, isoInstant } from '../values.js';

const keeper = { roles: ['administrator'], reach: 'own' } as const;
const keepers = { roles: ['staff', 'administrator'], reach: 'own' } as const;
const readers = { roles: ['staff', 'leader', 'administrator'], reach: 'own-and-below' } as const;

const mailKind = z.enum(['digest', 'immediate']);
const mailServerFields = {
  host: z.string().trim().max(200),
  port: z.number().int(),
  security: z.enum(['tls', 'starttls', 'none']),
  userName: z.string().trim().max(200),
  senderName: z.string().trim().max(100),
  senderAddress: z.string().trim().max(200),
  /** Under which readers reach this installation; empty where they do not. */
  publicAddress: z.string().trim().max(200),
};
const mailServerInput = z.object({
  ...mailServerFields,
  /** Null keeps the one that is stored. It is never answered. */
  password: z.string().max(500).nullable(),
});
const mailServerRefusals = [
  'not-the-top-committee',
  'host-invalid',
  'port-invalid',
  'email-invalid',
  'public-address-invalid',
] as const;

const channelSettings = z.object({ officePhone: z.string().max(100), sendsMail: z.boolean() });
const myChannels = z.object({ email: z.string().max(200), mailDigest: z.boolean(), mailImmediate: z.boolean() });

export const channelContract = {
  mailServer: committeeRoute('GET', '/mail-server', 'The installation’s mail server, without its password', keeper)
    .input(inCommittee)
    .output(z.object({ ...mailServerFields, hasPassword: z.boolean() }).nullable())
    .errors(refusal('not-the-top-committee')),
  saveMailServer: committeeRoute('PUT', '/mail-server', 'Enter or change the mail server', keeper)
    .input(inCommittee.extend({ server: mailServerInput }))
    .output(z.object({}))
    .errors(refusal(...mailServerRefusals)),
  removeMailServer: committeeRoute(
    'DELETE',
    '/mail-server',
    'Go without a mail server: mails stay in the outbox',
    keeper,
  )
    .input(inCommittee)
    .output(z.object({}))
    .errors(refusal('not-the-top-committee')),
  tryMailServer: committeeRoute(
    'POST',
    '/mail-server/trial',
    'Connect and sign in; with an address, send a mail',
    keeper,
  )
    .input(inCommittee.extend({ server: mailServerInput, sendTo: z.string().trim().max(200).nullable() }))
    .output(
      z.object({
        ok: z.boolean(),
        /** How far it got; null when all went well. */
        trouble: z
          .enum(['name', 'refused', 'timeout', 'tls', 'sign-in', 'sender', 'recipient', 'content', 'protocol'])
          .nullable(),
        /** What the mail server or the network said. */
        said: z.string(),
      }),
    )
    .errors(refusal(...mailServerRefusals)),
  settings: committeeRoute('GET', '/channel-settings', 'The office’s telephone, and whether mails are sent', readers)
    .input(inCommittee)
    .output(channelSettings),
  saveSettings: committeeRoute('PUT', '/channel-settings', 'Change the telephone, turn mails on or off', keepers)
    .input(inCommittee.extend(channelSettings.shape))
    .output(channelSettings)
    .errors(refusal('phone-invalid')),
  health: committeeRoute('GET', '/channels', 'How the channels outside the app are doing', readers)
    .input(inCommittee)
    .output(
      z.array(
        z.object({
          channel: z.enum(['mail']),
          /** Whether there is a server to send with. */
          isSetUp: z.boolean(),
          lastSuccessAt: isoInstant.nullable(),
          lastFailureAt: isoInstant.nullable(),
          lastError: z.string().nullable(),
          waiting: z.number().int(),
          failed: z.number().int(),
          inDoubt: z.number().int(),
          inOutbox: z.number().int(),
        }),
      ),
    ),
  mine: signedInRoute('GET', '/account/channels', 'How I am reached outside the app').output(myChannels),
  saveMine: signedInRoute('PUT', '/account/channels', 'Change how I am reached outside the app')
    .input(myChannels)
    .output(myChannels)
    .errors(refusal('email-invalid')),
  readStopLink: publicRoute('GET', '/stop-mail', 'Which mails a link from a mail would turn off')
    .input(z.object({ of: z.string().max(200).default('') }))
    .output(z.object({ kind: mailKind.nullable() })),
  stopMail: publicRoute('POST', '/stop-mail', 'Turn off one kind of mail with the link from a mail')
    .input(z.object({ of: z.string().max(200) }))
    .output(z.object({ kind: mailKind.nullable() })),
};
