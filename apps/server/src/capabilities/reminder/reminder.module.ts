import { Module } from '@nestjs/common';
import { AccountModule } from '../account/index.js';
import { ChannelModule } from '../channel/index.js';
import { TaskModule } from '../task/index.js';
import { CarryOutside } from './carry-outside.js';
import { CountDueWithoutOutcome } from './count-due-without-outcome.js';
import { DeliverMessages } from './deliver-messages.js';
import { DeliverOutside } from './deliver-outside.js';
import { DeliveryController } from './delivery.controller.js';
import { FollowCalendar } from './follow-calendar.js';
import { FollowTasks } from './follow-tasks.js';
import { KeepNoticeWordings } from './keep-notice-wordings.js';
import { LeaseMessages } from './lease-messages.js';
import { LinkNotices } from './link-notices.js';
import { MailChannel } from './mail-channel.js';
import { NoticeWordingController } from './notice-wording.controller.js';
import { QueueStranded } from './queue-stranded.js';
import { ReminderController } from './reminder.controller.js';
import { SendAgain } from './send-again.js';
import { TellPeople } from './tell-people.js';
import { WalkLadders } from './walk-ladders.js';

@Module({
  imports: [AccountModule, TaskModule, ChannelModule],
  controllers: [ReminderController, NoticeWordingController, DeliveryController],
  providers: [
    FollowTasks,
    FollowCalendar,
    WalkLadders,
    TellPeople,
    DeliverMessages,
    CarryOutside,
    DeliverOutside,
    LeaseMessages,
    LinkNotices,
    MailChannel,
    SendAgain,
    KeepNoticeWordings,
    QueueStranded,
    CountDueWithoutOutcome,
  ],
  exports: [TellPeople],
})
export class ReminderModule {}
