import { identitySteps } from './identity-steps.ts';
import { paperSteps } from './paper-steps.ts';
import { personSteps } from './person-steps.ts';
import { prizeSteps } from './prize-steps.ts';
import { processSteps } from './process-steps.ts';
import type { Step } from './step.ts';

/** Everything a programme may state, in the order in which a notice tends to. */
export const programmeSteps: readonly Step[] = [
  ...identitySteps,
  ...processSteps,
  ...prizeSteps,
  ...personSteps,
  ...paperSteps,
];
