import { email } from './email.ts';
import { fax } from './fax.ts';
import { phone } from './phone.ts';
import { post } from './post.ts';
import { visit } from './visit.ts';

/** How an office can be reached: one file each. */
export const CHANNEL_KINDS = [phone, fax, email, post, visit] as const;
