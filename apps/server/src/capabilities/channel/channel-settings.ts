import { Injectable } from '@nestjs/common';
import { cleanPhones } from '@xushi/domain';
import { Doors } from '../../platform/database/doors.js';
import { ok, type Result, refused } from '../../platform/refusal.js';
import { type Actor, tenantsOf } from '../account/index.js';

export interface ChannelSettings {
  /** The telephone that messages name for questions; empty for none. */
  readonly officePhone: string;
  readonly sendsMail: boolean;
}

/** What a committee decides about its messages outside the app. */
@Injectable()
export class KeepChannelSettings {
  constructor(private readonly doors: Doors) {}

  read(actor: Actor, committeeId: string): Promise<ChannelSettings> {
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      const [row] = await tx.query<ChannelSettings>(
        `select coalesce(office_phone, '') as "officePhone", sends_mail as "sendsMail" from committee where id = $1`,
        [committeeId],
      );
      return row ?? { officePhone: '', sendsMail: true };
    });
  }

  async save(
    actor: Actor,
    committeeId: string,
    wanted: ChannelSettings,
  ): Promise<Result<ChannelSettings, 'phone-invalid'>> {
    const phones = cleanPhones([wanted.officePhone]);
    if (!phones.ok) return refused('phone-invalid', 'officePhone');
    const { phone } = phones.value;
    return this.doors.inTenant(tenantsOf(actor, committeeId), async (tx) => {
      await tx.query('update committee set office_phone = $2, sends_mail = $3 where id = $1', [
        committeeId,
        phone,
        wanted.sendsMail,
      ]);
      return ok({ ...wanted, officePhone: phone ?? '' });
    });
  }
}
