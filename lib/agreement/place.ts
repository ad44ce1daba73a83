import type { Instant } from '../model';
import { changeAgreement, entriesBefore, readAgreement } from '../store';
import { PLACE } from './carried';
import { said, valueIn } from './registers';
import { isOn } from './round';
import { isMoment } from './values';

/** The merged timeline, and what comes after every activity of one moment. */
const HOME = 'home';
const LAST = '\uffff';

/** Notes how far the timeline was read here, where the person's browsers agree. The next round carries it. */
export async function notePlace(sortAt: Instant, now: Instant): Promise<void> {
	if (!isOn(await readAgreement())) return;
	await changeAgreement((before) => {
		if (!isOn(before)) return undefined;
		const known = before.registers.get(PLACE);
		if (valueIn(known) === sortAt) return undefined;
		const registers = new Map(before.registers).set(PLACE, said(known, now, before.device, sortAt));
		return { agreement: { ...before, registers } };
	});
}

/**
 * How far another of the person's browsers has read, if that was said after what this one noted: each place is told
 * once. The newest of what is stored here at that moment or before.
 */
export async function placeElsewhere(): Promise<{ key: string; sortAt: Instant } | undefined> {
	const told = await changeAgreement((before) => {
		if (!isOn(before)) return undefined;
		const register = before.registers.get(PLACE);
		const place = valueIn(register);
		const isNew =
			register && register.by !== before.device && register.at > (before.offeredAt ?? 0);
		if (!isNew || !isMoment(place)) return undefined;
		return { agreement: { ...before, offeredAt: register.at }, place };
	});
	if (!told) return undefined;
	const [entry] = await entriesBefore(HOME, { sortAt: told.place, activity: LAST }, 1);
	return entry && { key: entry.activity, sortAt: entry.sortAt };
}
