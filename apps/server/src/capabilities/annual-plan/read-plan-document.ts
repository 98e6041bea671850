import { Injectable } from '@nestjs/common';
import {
  alreadyPlanned,
  type DraftItem,
  draftOfPassage,
  draftOfReading,
  markSource,
  meantBy,
  placeholdersOf,
  type ReadItem,
  readPlan,
  type SourceDocument,
  writtenPerson,
} from '@xushi/domain';
import { loadInstance } from '../../engine/index.js';
import { Doors } from '../../platform/database/doors.js';
import type { Tx } from '../../platform/database/tx.js';
import { documentOf, type WrittenSource } from '../../platform/documents/read-source.js';
import { missing, ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, tenantsOf, todayIn } from '../account/index.js';
import { listAnchors } from '../work-calendar/index.js';
import { wordsOf } from './cadence-words.js';
import { isEditable } from './edit-plan-item.js';
import { listOfficeHolders, type OfficeHolder } from './office-holders.query.js';
import { PlanRepository } from './plan.repository.js';
import { loadCommitteeName } from './plan-paper.query.js';

export interface DocumentToRead {
  readonly committeeId: string;
  readonly planId: string;
  readonly source: WrittenSource;
}

/** What a document is read by: whose it is, the plan's year and events, what it already holds, who is in office. */
interface Surroundings {
  readonly committeeName: string;
  readonly lockVersion: number;
  readonly context: Parameters<typeof readPlan>[1];
  readonly planned: Parameters<typeof alreadyPlanned>[1];
  readonly people: readonly OfficeHolder[];
}

/** A plan's own document as items to be confirmed, beside its text. Writes nothing. */
@Injectable()
export class ReadPlanDocument {
  constructor(
    private readonly doors: Doors,
    private readonly plans: PlanRepository,
  ) {}

  async run(actor: Actor, input: DocumentToRead) {
    const standing = await this.doors.inTenant(tenantsOf(actor, input.committeeId), (tx) =>
      this.#surroundings(tx, actor, input),
    );
    if (!standing.ok) return standing;
    // A large file takes a while to read: no transaction waits for it.
    const document = await documentOf(input.source);
    return document.ok ? ok(present(document.value, standing.value)) : document;
  }

  async #surroundings(
    tx: Tx,
    actor: Actor,
    { committeeId, planId }: DocumentToRead,
  ): Promise<Result<Surroundings, 'plan-not-editable'>> {
    const plan = await this.plans.find(tx, committeeId, planId);
    if (plan === null) return missing;
    const instance = await loadInstance(tx, committeeId, plan.instanceId, { forUpdate: false });
    if (instance === null || !isEditable(instance.state)) return refused('plan-not-editable');
    return ok({
      committeeName: await loadCommitteeName(tx, committeeId),
      lockVersion: plan.lockVersion,
      context: { year: plan.year, events: await listAnchors(tx, committeeId, plan.year) },
      planned: await this.plans.items(tx, committeeId, planId),
      people: await listOfficeHolders(tx, committeeId, todayIn(actor, committeeId).toString()),
    });
  }
}

function present(document: SourceDocument, { committeeName, lockVersion, context, planned, people }: Surroundings) {
  const reading = readPlan(document, context);
  const items = reading.items.map((item) => presentItem({ item, ...draftOfReading(item) }, people));
  const leftOut = reading.skipped.map((passage) => ({
    ...presentItem(draftOfPassage(passage, context), people),
    why: passage.why,
  }));
  const isPlanned = alreadyPlanned(
    [...items, ...leftOut].map(({ draft }) => draft),
    planned,
  );
  return {
    lockVersion,
    blocks: markSource(document, reading).map((block) => ({
      ...block,
      parts: block.parts.map(({ skipped, ...part }) => ({ ...part, leftOut: skipped })),
    })),
    items: items.map((item, index) => ({ ...item, isPlanned: isPlanned[index] === true })),
    leftOut: leftOut.map((item, index) => ({ ...item, isPlanned: isPlanned[items.length + index] === true })),
    placeholders: [...new Set([...items, ...leftOut].flatMap(({ draft }) => placeholdersOf(draft)))].map((text) => ({
      text,
      meant: meantBy(text, { year: context.year, names: [committeeName] }),
    })),
  };
}

function presentItem(
  { item, draft, open }: { item: ReadItem; draft: DraftItem; open: ReadItem['open'] },
  people: readonly OfficeHolder[],
) {
  const { cadence, times } = draft;
  const written = item.duties;
  return {
    line: item.source.line,
    draft: {
      ...draft,
      responsibleAccountId: writtenPerson(written?.responsible ?? null, people),
      leaderAccountId: writtenPerson(
        written?.leadInCharge ?? null,
        people.filter(({ isLeader }) => isLeader),
      ),
    },
    cadenceWords: cadence === null ? null : wordsOf({ cadence, times }),
    timeWords: item.timeWords,
    target: item.target,
    written,
    open,
  };
}
