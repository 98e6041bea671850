import type { INestApplicationContext } from '@nestjs/common';
import { dateIn, type WorkingCalendar, workdaysLeft } from '@xushi/domain';
import { People } from '../capabilities/account/index.js';
import { UrgeTasks } from '../capabilities/supervision/index.js';
import { ConfirmNotDone, RecordContribution } from '../capabilities/task/index.js';
import { ActOnCase } from '../capabilities/workflow/index.js';
import { Doors } from '../platform/database/doors.js';
import { newId } from '../platform/ids.js';
import type { LoadedScenario } from '../scenarios/load-scenario.js';
import type { Chance } from './chance.js';

interface OpenMatter {
  id: string;
  kind: string;
  instance_id: string;
  state: string;
  lock_version: number;
  holder_login: string | null;
  from_on: string | null;
  due_on: string;
  held_on: string | null;
}

const ZONE = 'Asia/Shanghai';

/**
 * One working day of a committee's people, by seeded chance: the clerk arranges and records, members answer and hand
 * in, some late, some never; the leader urges. They act through the same use cases as the screens.
 */
export class PeopleAct {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly loaded: LoadedScenario,
    private readonly committee: string,
    private readonly chance: Chance,
  ) {}

  async day(now: Temporal.Instant, calendar: WorkingCalendar): Promise<void> {
    const today = dateIn(ZONE, now);
    for (const matter of await this.#openMatters(today)) {
      const left = workdaysLeft(matter.due_on, today, calendar);
      if (left < 0) await this.#whenLate(matter, now);
      await this.#work(matter, left, now, today);
    }
    if (this.chance.happens(0.002)) await this.#someoneLeaves(today);
  }

  async #work(matter: OpenMatter, left: number, now: Temporal.Instant, today: Temporal.PlainDate): Promise<void> {
    // The nearer the day, the likelier it is done; what has become late stays late for a while, as it does in life.
    const press = left < 0 ? 0.05 : left <= 7 ? 0.12 : 0.015;
    switch (matter.kind) {
      case 'hold-activity':
        return this.#holdActivity(matter, press, now, today);
      case 'write-report':
        if (this.chance.happens(press)) {
          await this.#act(matter, 'hand-in-report', { doneOn: today.toString(), title: '视察调研报告' }, now);
        }
        return;
      case 'answer-invitation':
      case 'contribute':
        if (this.chance.happens(matter.kind === 'contribute' ? press : 0.3)) await this.#contribute(matter, now, today);
    }
  }

  async #holdActivity(
    matter: OpenMatter,
    press: number,
    now: Temporal.Instant,
    today: Temporal.PlainDate,
  ): Promise<void> {
    if (matter.state === 'arranged') {
      if (matter.held_on !== null && matter.held_on <= today.toString() && this.chance.happens(0.7)) {
        await this.#act(matter, 'record', { doneOn: matter.held_on, attended: 6 + this.chance.upTo(6) }, now);
      }
      return;
    }
    if (!this.chance.happens(press)) return;
    if (this.chance.happens(0.6)) {
      const heldOn = today.add({ days: 5 + this.chance.upTo(7) }).toString();
      await this.#act(matter, 'arrange', { heldOn, place: '乡政府二楼会议室' }, now);
      return;
    }
    const told = today.subtract({ days: this.chance.upTo(3) }).toString();
    const doneOn = matter.from_on !== null && told < matter.from_on ? today.toString() : told;
    await this.#act(matter, 'record', { doneOn, attended: 6 + this.chance.upTo(6) }, now);
  }

  async #whenLate(matter: OpenMatter, now: Temporal.Instant): Promise<void> {
    const committeeId = this.loaded.committeeId(this.committee);
    if (this.chance.happens(0.2)) {
      await this.app.get(ConfirmNotDone).run(this.loaded.actor('clerk', now), { committeeId, taskId: matter.id });
    }
    if (this.chance.happens(0.1)) {
      // Members are honoured, whoever urges them.
      const isMembers = matter.kind === 'contribute' || matter.kind === 'answer-invitation';
      const text = isMembers
        ? '温馨提示：有一件事项待您办理，诚请您方便时办理；如已办理，请告知工作人员。'
        : '请抓紧办理；如已办理，请当日登记。';
      await this.app.get(UrgeTasks).run(this.loaded.actor('leader', now), { committeeId, taskIds: [matter.id], text });
    }
  }

  async #contribute(matter: OpenMatter, now: Temporal.Instant, today: Temporal.PlainDate): Promise<void> {
    const holder = this.loaded.scenario.people.find((person) => person.loginName === matter.holder_login);
    // Every third member has the clerk enter it.
    const by = holder === undefined || this.chance.happens(0.34) ? 'clerk' : holder.key;
    await this.app.get(RecordContribution).run(this.loaded.actor(by, now), {
      committeeId: this.loaded.committeeId(this.committee),
      taskId: matter.id,
      amount: 1,
      doneOn: today.toString(),
      note: null,
      answer: matter.kind === 'answer-invitation' ? 'coming' : null,
      idempotencyKey: newId(),
    });
  }

  async #act(matter: OpenMatter, event: string, input: Record<string, string | number>, now: Temporal.Instant) {
    const result = await this.app.get(ActOnCase).run(this.loaded.actor('clerk', now), {
      committeeId: this.loaded.committeeId(this.committee),
      instanceId: matter.instance_id,
      lockVersion: matter.lock_version,
      event,
      input,
    });
    if (!result.ok) throw new Error(`${event} on ${matter.kind} was refused: ${JSON.stringify(result)}`);
  }

  async #someoneLeaves(today: Temporal.PlainDate): Promise<void> {
    const members = this.loaded.scenario.people.filter((person) => person.offices.some((one) => one.role === 'member'));
    const leaver = members[this.chance.upTo(members.length - 1)];
    if (leaver === undefined) return;
    const committeeId = this.loaded.committeeId(this.committee);
    await this.app
      .get(Doors)
      .inTenant(this.loaded.tenants(), (tx) =>
        this.app.get(People).endOffices(tx, committeeId, this.loaded.accountId(leaver.key), today.toString()),
      );
  }

  /** In an order that does not depend on ids, so that the same seed meets the same matters. */
  #openMatters(today: Temporal.PlainDate): Promise<OpenMatter[]> {
    return this.app.get(Doors).inTenant(this.loaded.tenants(), (tx) =>
      tx.query<OpenMatter>(
        `select t.id, t.kind, t.instance_id, i.state, i.lock_version, h.login_name as holder_login, o.from_on, t.due_on,
           (select e.input ->> 'heldOn' from workflow_event e where e.committee_id = i.committee_id
              and e.instance_id = i.id and e.event = 'arrange' order by e.seq desc limit 1) as held_on
         from task t
         join workflow_instance i on i.committee_id = t.committee_id and i.id = t.instance_id
         left join occurrence o on o.committee_id = i.committee_id and o.id = i.occurrence_id
         left join account h on h.id = t.holder_account_id
         where t.committee_id = $1 and t.status = 'open' and t.opens_on <= $2
         order by i.title, o.key, t.kind, h.login_name nulls first`,
        [this.loaded.committeeId(this.committee), today],
      ),
    );
  }
}
