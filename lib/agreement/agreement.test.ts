import { describe, expect, it } from 'vitest';
import { type Agreement, DEFAULT_SETTINGS, type Settings } from '../store';
import { carriedOf } from './carried';
import { fromPieces } from './pieces';
import { beginning, round } from './round';

type Items = Readonly<Record<string, unknown>>;
/** One browser: its settings, and what its own sync has, which is not yet what the others have. */
type Device = {
	name: string;
	skew: number;
	settings: Settings;
	agreement: Agreement;
	items: Items;
};

const SEEDS = 120;
const NOW = 1_700_000_000_000;

/** Numerical Recipes' generator: the same run for the same seed. */
function dice(seed: number): (below: number) => number {
	let state = seed >>> 0;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

function begin(name: string, skew: number, settings: Settings, items: Items): Device {
	const agreement = beginning(name, settings, DEFAULT_SETTINGS, fromPieces(items));
	return { name, skew, settings, agreement, items };
}

/** As JSON travels. */
function carried(items: Items): Items {
	return JSON.parse(JSON.stringify(items));
}

function goRound(device: Device, now: number): void {
	const { agreement, settings, items } = device;
	const made = round({ agreement, settings }, fromPieces(items), now + device.skew);
	device.agreement = made.agreement as Agreement;
	device.settings = { ...settings, ...made.settings };
	device.items = { ...items, ...carried(made.pieces) };
}

const muffle = (text: string) => ({ text });
const words = ({ settings }: Device) => settings.muffles.map(({ text }) => text).sort();

function change(device: Device, by: (all: Settings['muffles']) => Settings['muffles']): void {
	device.settings = { ...device.settings, muffles: by(device.settings.muffles) };
}

function edit(device: Device, roll: (below: number) => number): void {
	const { settings } = device;
	const text = `w${roll(6)}`;
	const id = `v${roll(4)}`;
	const kinds: (() => Partial<Settings>)[] = [
		() => ({ muffles: [...settings.muffles.filter((one) => one.text !== text), muffle(text)] }),
		() => ({ muffles: settings.muffles.filter((one) => one.text !== text) }),
		() => ({
			views: [
				...settings.views.filter((one) => one.id !== id),
				{ id, name: `n${roll(9)}`, filter: roll(2) === 0 ? {} : { media: true } },
			],
		}),
		() => ({ views: settings.views.filter((one) => one.id !== id) }),
		() => ({ views: settings.views.toReversed() }),
		() => ({ theme: (['auto', 'light', 'dark'] as const)[roll(3)] ?? 'auto' }),
		() => ({ undo: (['0', '5', '30'] as const)[roll(3)] ?? '0' }),
	];
	device.settings = { ...settings, ...kinds[roll(kinds.length)]?.() };
}

/** Whatever was written last stays, piece by piece; who writes does not know what others wrote meanwhile. */
function push(device: Device, cloud: Map<string, unknown>): void {
	for (const [name, piece] of Object.entries(device.items)) cloud.set(name, piece);
}

function pull(device: Device, cloud: Map<string, unknown>): void {
	device.items = { ...device.items, ...Object.fromEntries(cloud) };
}

function settle(devices: readonly Device[], cloud: Map<string, unknown>, now: number): number {
	for (let turns = 1; turns < 20; turns++) {
		const before = JSON.stringify([...cloud]);
		for (const device of devices) {
			pull(device, cloud);
			goRound(device, now + turns * 100_000);
			push(device, cloud);
		}
		if (JSON.stringify([...cloud]) === before) return turns;
	}
	return Number.NaN;
}

/** Changes here and there, and now and then something is looked at, sent or fetched. Returns when it ended. */
function wander(
	devices: readonly Device[],
	cloud: Map<string, unknown>,
	roll: (below: number) => number,
	changes: (device: Device) => void,
): number {
	let now = NOW;
	const acts: readonly ((device: Device) => void)[] = [
		changes,
		changes,
		(device) => goRound(device, now),
		(device) => push(device, cloud),
		(device) => pull(device, cloud),
	];
	for (let step = 0; step < 50; step++) {
		now += roll(50_000);
		const device = devices[roll(devices.length)];
		if (device) acts[roll(acts.length)]?.(device);
	}
	return now;
}

describe('browsers that agree', () => {
	it('are alike in the end, whatever was changed where and carried when', () => {
		for (let seed = 1; seed <= SEEDS; seed++) {
			const roll = dice(seed);
			const cloud = new Map<string, unknown>();
			const devices = ['a', 'b', 'c'].slice(0, 2 + roll(2)).map((name) => {
				const alone = begin(name, roll(3) * 3_600_000, DEFAULT_SETTINGS, {});
				edit(alone, roll);
				return begin(name, alone.skew, alone.settings, {});
			});
			const now = wander(devices, cloud, roll, (device) => edit(device, roll));
			expect(settle(devices, cloud, now), `seed ${seed} comes to rest`).toBeLessThan(6);
			const [first, ...others] = devices.map(({ settings }) => carriedOf(settings));
			for (const other of others) expect(other, `seed ${seed}`).toEqual(first);
		}
	});

	it('lose no word that one of them added, and bring none back that one removed', () => {
		for (let seed = 1; seed <= SEEDS; seed++) {
			const roll = dice(seed);
			const cloud = new Map<string, unknown>();
			const muffles = Array.from({ length: 5 }, (_, i) => muffle(`old${i}`));
			const devices = ['a', 'b', 'c'].map((name) =>
				begin(name, roll(5) * 60_000, { ...DEFAULT_SETTINGS, muffles }, {}),
			);
			settle(devices, cloud, NOW - 10_000_000);
			const there = new Set(muffles.map(({ text }) => text));
			// Each word is said by one alone: whether it is to be there is beyond doubt.
			const add = (device: Device) => {
				const text = `new${there.size} ${roll(1e9)}`;
				there.add(text);
				change(device, (all) => [...all, muffle(text)]);
			};
			const remove = (device: Device) => {
				const all = words(device);
				const gone = all[roll(all.length)] ?? '';
				there.delete(gone);
				change(device, (some) => some.filter(({ text }) => text !== gone));
			};
			const now = wander(devices, cloud, roll, (one) => (roll(2) === 0 ? add(one) : remove(one)));
			settle(devices, cloud, now);
			for (const device of devices)
				expect(words(device), `seed ${seed}`).toEqual([...there].sort());
		}
	});
});

describe('a browser that joins', () => {
	it('takes what was chosen, adds what it has alone, and gives up no word of its own', () => {
		const cloud = new Map<string, unknown>();
		const first = begin('a', 0, { ...DEFAULT_SETTINGS, theme: 'dark', muffles: [muffle('x')] }, {});
		settle([first], cloud, NOW);
		first.settings = { ...first.settings, muffles: [muffle('y')] };
		settle([first], cloud, NOW + 1_000_000);
		const own = {
			...DEFAULT_SETTINGS,
			theme: 'light' as const,
			size: 'large' as const,
			previews: '0' as const,
			muffles: [muffle('x'), muffle('z')],
		};
		const second = begin('b', -9_000_000_000, own, Object.fromEntries(cloud));
		settle([second, first], cloud, NOW + 2_000_000);
		expect(words(second)).toEqual(['x', 'y', 'z']);
		expect(second.settings).toMatchObject({ theme: 'dark', size: 'large', previews: '0' });
		expect(carriedOf(first.settings)).toEqual(carriedOf(second.settings));
		expect(first.settings.previews).toBe(DEFAULT_SETTINGS.previews);
	});
});

describe('what lies in the browser’s sync', () => {
	const rows = (...of: unknown[]) => ({ 'agreed.0': { v: 1, of } });
	const now = NOW;

	it('is nothing before it was looked at', () => {
		const hostile = rows(
			['s:theme', now, 'b', '"hotdog"'],
			['s:undo', now, 'b', '{'],
			['m:<b>', now, 'b', '{"text":"other"}'],
			['m:', now, 'b', '{"text":""}'],
			[`m:${'x'.repeat(300)}`, now, 'b', JSON.stringify({ text: 'x'.repeat(300) })],
			['v:1', now, 'b', '{"id":"1","name":"n","filter":{"networks":[{}]}}'],
			['v:2', now, 'b', 'null'],
			['__proto__', now, 'b', '{"polluted":1}'],
			['s:size', 9e15, 'b', '"large"'],
			['s:density', now, 'b b', '"compact"'],
			['s:language', now, 'b', '"de"', 'more'],
			'row',
			null,
			[1, 2, 3],
		);
		const others = { ...hostile, 'agreed.1': 'text', 'agreed.2': { v: 1, of: 'x' }, foreign: 1 };
		const device = begin('a', 0, { ...DEFAULT_SETTINGS, muffles: [muffle('mine')] }, {});
		device.items = others;
		goRound(device, now);
		expect(device.settings).toEqual({
			...DEFAULT_SETTINGS,
			language: 'de',
			muffles: [muffle('mine')],
		});
		expect(device.items['foreign']).toBe(1);
	});

	it('keeps what a newer version says of things that this one does not know', () => {
		const device = begin('a', 0, DEFAULT_SETTINGS, {});
		const unknown = ['z:whatever', now, 'b', '{"deep":[1]}'];
		device.items = Object.fromEntries(
			Array.from({ length: 64 }, (_, i) => [`agreed.${i}`, { v: 1, of: [unknown] }]),
		);
		device.settings = { ...device.settings, theme: 'dark' };
		goRound(device, now);
		const [piece] = Object.values(device.items).filter((one) =>
			JSON.stringify(one).includes('s:theme'),
		);
		const pieces = Object.values(device.items).map((one) => JSON.stringify(one));
		expect(piece).toBeDefined();
		expect(pieces.some((one) => one.includes('z:whatever'))).toBe(true);
		expect(device.agreement.registers.get('z:whatever')?.json).toBe('{"deep":[1]}');
	});

	it('is left alone where a newer version writes it otherwise', () => {
		expect(fromPieces({ 'agreed.3': { v: 2, of: {} } }).newer).toBe(true);
		expect(fromPieces(rows()).newer).toBe(false);
	});

	it('comes in pieces that the browser takes, though there be a thousand words', () => {
		const muffles = Array.from({ length: 1000 }, (_, i) => muffle(`word number ${i}`));
		const device = begin('a', 0, { ...DEFAULT_SETTINGS, muffles }, {});
		goRound(device, now);
		const sizes = Object.entries(device.items).map(
			([name, piece]) => name.length + new TextEncoder().encode(JSON.stringify(piece)).length,
		);
		expect(Math.max(...sizes)).toBeLessThan(8192);
		expect(sizes.length).toBeLessThanOrEqual(64);
		expect(device.settings.muffles).toEqual(muffles);
		const before = device.items;
		device.settings = { ...device.settings, muffles: muffles.slice(1) };
		goRound(device, now + 1);
		const touched = Object.keys(device.items).filter((name) => device.items[name] !== before[name]);
		expect(touched).toHaveLength(1);
	});
});
