import type { Instant } from '../model';
import {
	type Agreement,
	type AgreementChange,
	type AgreementProblem,
	changeAgreement,
	DEFAULT_SETTINGS,
	readAgreement,
} from '../store';
import { fromPieces, type Piece } from './pieces';
import { beginning, isOn, type Round, round, wasDeleted } from './round';

/** The browser's own sync, which carries what lies there to the person's other browsers. */
export type Carrier = {
	/** Everything that lies there. */
	read(): Promise<Record<string, unknown>>;
	write(items: Record<string, Piece>): Promise<void>;
	remove(names: readonly string[]): Promise<void>;
};

/** Held while one page reads and writes there: several tabs are open. */
const LOCK = 'agreement';

/** Signs of a browser's name: it stands in every register, and few browsers are to be told apart. */
const NAME = 8;

/** Switches it on, and agrees at once. Throws where the browser's sync cannot be read. */
export function beginAgreement(carrier: Carrier, now: Instant): Promise<void> {
	return navigator.locks.request(LOCK, async () => {
		const found = fromPieces(await carrier.read());
		const device = crypto.randomUUID().slice(0, NAME);
		await changeAgreement((_, settings) => ({
			agreement: beginning(device, settings, DEFAULT_SETTINGS, found),
		}));
		await goRound(carrier, now);
	});
}

/** Takes over what other browsers said and tells them what changed here; nothing where it is not switched on. */
export function agree(carrier: Carrier, now: Instant): Promise<void> {
	return navigator.locks.request(LOCK, async () => {
		if (isOn(await readAgreement())) await goRound(carrier, now);
	});
}

/** Switches it off; `deletes`: and takes all that is there away. Throws, and stays on, where that cannot be done. */
export function endAgreement(carrier: Carrier, deletes: boolean): Promise<void> {
	return navigator.locks.request(LOCK, async () => {
		if (deletes) await carrier.remove(fromPieces(await carrier.read()).names);
		await changeAgreement(() => ({ agreement: null }));
	});
}

type Outcome = AgreementChange & Partial<Pick<Round, 'pieces' | 'isTooMuch'>>;

/** What goes wrong is kept for the settings to say: here nothing is lost by it. */
async function goRound(carrier: Carrier, now: Instant): Promise<void> {
	try {
		const found = fromPieces(await carrier.read());
		const made = await changeAgreement((before, settings): Outcome | undefined => {
			if (!isOn(before)) return undefined;
			if (found.newer) return { agreement: { ...before, problem: { kind: 'newer' } } };
			if (wasDeleted(before, found)) return { agreement: { endedAt: now } };
			return round({ agreement: before, settings }, found, now);
		});
		if (!made?.pieces) return;
		const isWritten = Object.keys(made.pieces).length > 0;
		if (isWritten) await carrier.write(made.pieces);
		await note({
			agreedAt: now,
			...(isWritten ? { there: true } : {}),
			...(made.isTooMuch ? { problem: { kind: 'muffles' } } : {}),
		});
	} catch (error) {
		await note({ problem: problemOf(error) });
	}
}

type Noted = Partial<Pick<Agreement, 'agreedAt' | 'there' | 'problem'>>;

async function note(what: Noted): Promise<void> {
	await changeAgreement((before) => {
		if (!isOn(before)) return undefined;
		const { problem: _over, ...rest } = before;
		return { agreement: { ...rest, ...what } };
	});
}

/** Browsers tell it in words alone: Chromium names the limit, Firefox says that it is one. */
function problemOf(error: unknown): AgreementProblem {
	const detail = String(error);
	if (/WRITE_OPERATIONS/i.test(detail)) return { kind: 'busy', detail };
	return { kind: /quota/i.test(detail) ? 'full' : 'failed', detail };
}
