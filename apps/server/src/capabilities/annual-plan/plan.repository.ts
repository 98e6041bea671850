import { Injectable } from '@nestjs/common';
import type { PlanItem } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { PlanRow } from './plan.row.js';
import { PlanItemRow } from './plan-item.row.js';
import type { PublishedItem } from './plan-revision.query.js';

/** Plans and their items. */
@Injectable()
export class PlanRepository {
  find(tx: Tx, committeeId: string, planId: string): Promise<PlanRow | null> {
    return tx.manager.findOneBy(PlanRow, { committeeId, id: planId });
  }

  /** Locks the plan until the transaction ends, so that two editors take turns. */
  findLocked(tx: Tx, committeeId: string, planId: string): Promise<PlanRow | null> {
    return tx.manager.findOne(PlanRow, { where: { committeeId, id: planId }, lock: { mode: 'pessimistic_write' } });
  }

  findByYearLocked(tx: Tx, committeeId: string, year: number): Promise<PlanRow | null> {
    return tx.manager.findOne(PlanRow, { where: { committeeId, year }, lock: { mode: 'pessimistic_write' } });
  }

  findByInstance(tx: Tx, committeeId: string, instanceId: string): Promise<PlanRow | null> {
    return tx.manager.findOneBy(PlanRow, { committeeId, instanceId });
  }

  items(tx: Tx, committeeId: string, planId: string): Promise<PlanItemRow[]> {
    return tx.manager.find(PlanItemRow, {
      where: { committeeId, planId, isRemoved: false },
      order: { position: 'ASC' },
    });
  }

  async groupIds(tx: Tx, committeeId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>('select id from member_group where committee_id = $1', [committeeId]);
    return rows.map(({ id }) => id);
  }

  async add(tx: Tx, plan: PlanRow): Promise<void> {
    await tx.manager.insert(PlanRow, plan);
  }

  async saveItem(tx: Tx, item: PlanItemRow): Promise<void> {
    await tx.manager.save(PlanItemRow, item);
  }

  /** Adds items in one statement. */
  async addItems(tx: Tx, items: readonly PlanItemRow[]): Promise<void> {
    await tx.manager.insert(PlanItemRow, [...items]);
  }

  /** Takes an item out. It stays on record: occurrences and what was passed down may refer to it. */
  async removeItem(tx: Tx, committeeId: string, planId: string, itemId: string): Promise<void> {
    await tx.query('update plan_item set is_removed = true where committee_id = $1 and plan_id = $2 and id = $3', [
      committeeId,
      planId,
      itemId,
    ]);
  }

  /** Puts the items back as they were published; those added since are taken out. */
  async restoreItems(tx: Tx, plan: PlanRow, published: readonly PublishedItem[]): Promise<void> {
    const { committeeId, id: planId } = plan;
    const kept = new Set(published.map(({ id }) => id));
    for (const { id } of await this.items(tx, committeeId, planId)) {
      if (!kept.has(id)) await this.removeItem(tx, committeeId, planId, id);
    }
    for (const item of published) await this.saveItem(tx, { ...item, committeeId, planId, isRemoved: false });
  }

  /** Counts the plan's lock version up: whoever still shows the old one is told before overwriting. */
  async touch(tx: Tx, plan: PlanRow): Promise<void> {
    await tx.manager.update(
      PlanRow,
      { committeeId: plan.committeeId, id: plan.id },
      { lockVersion: plan.lockVersion + 1 },
    );
  }
}

/** A row as the domain's plan item. */
export function planItemOf(row: PlanItemRow): PlanItem {
  const { position: _position, sourceText: _source, ...item } = publishedItemOf(row);
  return item;
}

/** A row as a revision keeps it. */
export function publishedItemOf(row: PlanItemRow): PublishedItem {
  const { committeeId: _committee, planId: _plan, isRemoved: _removed, ...item } = row;
  return item;
}
