import { contract } from '@xushi/contract';
import { newId } from '../src/platform/ids.js';
import { Browser, listen, PASSWORD } from './support.js';
import { publishedYear, type TownshipYear } from './township-year.js';

/**
 * Values no screen sends although their type is right: the first and last days a date can be written, numbers that no
 * column holds, texts full of line breaks and markup, empty lists. Made from the contract, so that a route added
 * tomorrow is attacked tomorrow. Any refusal will do; a defect (500) will not.
 */
interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxLength?: number;
}

interface Mood {
  readonly name: string;
  readonly date: string;
  readonly integer: number;
  readonly text: string;
  readonly items: number;
  readonly picksLast: boolean;
}

const moods: readonly Mood[] = [
  {
    name: 'the first day and huge numbers',
    date: '0000-01-01',
    integer: 9007199254740991,
    text: 'x'.repeat(400),
    items: 1,
    picksLast: false,
  },
  {
    name: 'the last day and negative numbers',
    date: '9999-12-31',
    integer: -9007199254740991,
    text: '甲\r\nBcc: x@example.com\r\n\r\n<script>',
    items: 1,
    picksLast: false,
  },
  {
    name: 'a number past the column’s, and control characters',
    date: '2026-01-05',
    integer: 2147483648,
    text: '\u0001\u001b\u202e=cmd|x',
    items: 2,
    picksLast: false,
  },
  { name: 'one, and lists of two', date: '2026-01-05', integer: 1, text: "甲'; %_\\", items: 2, picksLast: true },
  { name: 'nothing', date: '', integer: 0, text: '', items: 0, picksLast: true },
  { name: 'a day that is none', date: '2026-02-30', integer: 1, text: '甲', items: 1, picksLast: false },
];

let world: TownshipYear;
let browsers: readonly Browser[];
/** Objects that really stand in the committee, by the name the contract gives their id. */
let ids: Readonly<Record<string, string>>;

interface Procedure {
  readonly '~orpc': {
    readonly inputSchema?: { toJSONSchema(how: object): object };
    readonly route: { readonly method: string; readonly path: string };
  };
}
const routes = Object.entries(contract).flatMap(([noun, procedures]) =>
  Object.entries(procedures as unknown as Record<string, Procedure>).map(([name, { '~orpc': told }]) => ({
    name: `${noun}.${name}`,
    ...told.route,
    input: (told.inputSchema?.toJSONSchema({ io: 'input', unrepresentable: 'any' }) ?? {}) as Schema,
  })),
);

beforeAll(async () => {
  world = await publishedYear();
  const baseUrl = await listen(world);
  browsers = await Promise.all(
    ['ganshi', 'zhuren'].map(async (loginName) => {
      const browser = new Browser(baseUrl);
      expect((await browser.signIn(loginName, PASSWORD)).status).toBe(200);
      return browser;
    }),
  );
  const [found] = await world.owner<Record<string, string>>(
    `select i.id as "itemId", o.id as "occurrenceId", w.id as "instanceId", t.id as "taskId", t.holder_account_id as "accountId"
     from plan_item i join occurrence o on o.plan_item_id = i.id
     join workflow_instance w on w.occurrence_id = o.id join task t on t.instance_id = w.id limit 1`,
  );
  ids = { ...found, committeeId: world.committeeId, planId: world.planId };
}, 60_000);
afterAll(() => world.close());

function hostileValue(schema: Schema, name: string, mood: Mood): unknown {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return hostileValue(choices.at(mood.picksLast ? -1 : 0)!, name, mood);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum.at(mood.picksLast ? -1 : 0);
  if (schema.properties !== undefined) {
    const fields = Object.entries(schema.properties);
    return Object.fromEntries(fields.map(([field, of]) => [field, hostileValue(of, field, mood)]));
  }
  switch (schema.type) {
    case 'array':
      return Array.from({ length: mood.items }, () => hostileValue(schema.items ?? {}, name.replace(/s$/, ''), mood));
    case 'integer':
    case 'number':
      return mood.integer;
    case 'boolean':
      return mood.picksLast;
    case 'null':
      return null;
    case 'string':
      if (schema.format === 'uuid') return ids[name] ?? newId();
      if (schema.format === 'date') return mood.date;
      return mood.text.slice(0, schema.maxLength ?? 4000);
    default:
      return {};
  }
}

/** These would end the session the other calls need, or begin an installation. */
const leftOut = ['account.signOut', 'account.signIn', 'account.changePassword', 'account.setUp'];

describe.each(routes.filter(({ name }) => !leftOut.includes(name)))('$name', ({ method, path, input }) => {
  test.each(moods)('given $name', async (mood) => {
    for (const browser of browsers) {
      const { status, sent, text } = await attack(browser, mood);
      expect({ status: status >= 500 ? status : 'held', sent, text }).toEqual({ status: 'held', sent, text });
    }
  });

  async function attack(browser: Browser, mood: Mood) {
    const sent = hostileValue({ type: 'object', properties: {}, ...input }, '', mood) as Record<string, unknown>;
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(sent[name] || 'x')));
    const query = new URLSearchParams(
      Object.entries(sent).flatMap(([name, value]) =>
        value === null || typeof value === 'object' || path.includes(`{${name}}`) ? [] : [[name, String(value)]],
      ),
    );
    const body = Object.fromEntries(Object.entries(sent).filter(([name]) => !path.includes(`{${name}}`)));
    const answer =
      method === 'GET' ? await browser.call(method, `${address}?${query}`) : await browser.call(method, address, body);
    return {
      status: answer.status,
      sent: JSON.stringify(sent).slice(0, 600),
      text: answer.status >= 500 ? answer.text : '',
    };
  }
});
