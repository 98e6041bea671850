import type { Cadence, Category, ItemWorkflow, Participants } from '@xushi/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'plan_item' })
export class PlanItemRow {
  @PrimaryColumn({ type: 'uuid', name: 'committee_id' })
  committeeId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'plan_id' })
  planId!: string;

  @Column({ type: 'int' })
  position!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  category!: Category;

  @Column({ type: 'text' })
  workflow!: ItemWorkflow;

  @Column({ type: 'jsonb' })
  cadence!: Cadence;

  @Column({ type: 'int' })
  times!: number;

  @Column({ type: 'int' })
  target!: number;

  @Column({ type: 'text' })
  participants!: Participants;

  @Column({ type: 'uuid', name: 'group_id', nullable: true })
  groupId!: string | null;

  @Column({ type: 'uuid', name: 'responsible_account_id', nullable: true })
  responsibleAccountId!: string | null;

  @Column({ type: 'uuid', name: 'leader_account_id', nullable: true })
  leaderAccountId!: string | null;

  @Column({ type: 'text', name: 'lead_office', nullable: true })
  leadOffice!: string | null;

  @Column({ type: 'jsonb' })
  cooperating!: readonly string[];

  @Column({ type: 'jsonb' })
  sites!: readonly string[];

  @Column({ type: 'boolean', name: 'report_wanted' })
  reportWanted!: boolean;

  @Column({ type: 'boolean', name: 'is_removed' })
  isRemoved!: boolean;

  @Column({ type: 'text', name: 'source_text', nullable: true })
  sourceText!: string | null;
}
