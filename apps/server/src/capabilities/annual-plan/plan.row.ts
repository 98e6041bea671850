import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'plan' })
export class PlanRow {
  @PrimaryColumn({ type: 'uuid', name: 'committee_id' })
  committeeId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'int' })
  year!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'uuid', name: 'instance_id' })
  instanceId!: string;

  @Column({ type: 'int' })
  revision!: number;

  @Column({ type: 'int', name: 'lock_version' })
  lockVersion!: number;
}
