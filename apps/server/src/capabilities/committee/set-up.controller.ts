import { Controller } from '@nestjs/common';
import { Implement } from '@orpc/nest';
import { contract } from '@xushi/contract';
import { answer, endpoint } from '../account/index.js';
import { SetUp } from './set-up.js';

@Controller()
export class SetUpController {
  constructor(private readonly setUpCase: SetUp) {}

  @Implement(contract.account.setUp)
  setUp() {
    return endpoint(contract.account.setUp).handler(async ({ input, errors }) => ({
      account: answer(await this.setUpCase.run(input), errors),
      isFirstRun: false,
      isDemo: false,
    }));
  }
}
