import { localDay } from '../core/dates';
import { campaignsOn, type Election } from '../core/elections';
import { changeSettings, type Settings } from '../store/settings';
import { generalInUse } from './around';

/** The election whose campaign it is, the nearest one that was not put away; null in quiet times. */
export async function currentCampaign({ campaignsOff }: Pick<Settings, 'campaignsOff'>, now: Date): Promise<Election | null> {
  const { elections } = await generalInUse();
  return campaignsOn(elections, localDay(now)).find(({ id }) => !campaignsOff.includes(id)) ?? null;
}

export async function putCampaignAway(id: string): Promise<void> {
  await changeSettings((old) => ({ ...old, campaignsOff: [...new Set([...old.campaignsOff, id])] }));
}
