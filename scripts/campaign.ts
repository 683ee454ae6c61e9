import { runCampaign } from '#tests/campaigns/run-campaign.ts';

await runCampaign(process.argv.slice(2));
