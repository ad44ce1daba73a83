import { useEffect, useRef, useState } from 'preact/hooks';
import type { Emoji, Text } from '../../lib/model';
import type { Target } from '../../lib/outbox';
import type { Texts } from '../../lib/texts';
import { Emojified } from '../post/emojified';
import { alongLine } from '../shared/keys';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';
import { type EmojiNames, emojiCalled, emojiNames } from './emoji-names';
import { usePlace } from './place';
import { askEmoji, emojiNamed } from './server-emoji';

type EmojiPickerProps = {
	targets: readonly Target[];
	/** Puts it where the caret is; more may follow. */
	take(text: string): void;
	close(): void;
};

/** So many are shown of what a search finds: more are told apart by typing on. */
const MOST = 64;
/** In a row, as the stylesheet has it: for the arrow keys. */
const COLUMNS = 8;

/** What stands in the grid: an emoji, or a server's own picture. */
type Cell = { key: string; insert: string; label: string; face?: string; picture?: Emoji };

/** Of one server, once it was asked. */
type Own = { of: Target; emoji?: readonly Emoji[]; problem?: Text };

/** All emoji by group or by name, and those of the servers that the text goes to; by mouse or by keys alone. */
export function EmojiPicker({ targets, take, close }: EmojiPickerProps) {
	const { t, say, language, direction } = useTexts();
	const [names, setNames] = useState<EmojiNames>();
	const [group, setGroup] = useState('0');
	const [typed, setTyped] = useState('');
	const own = useOwn(targets.find(({ key }) => key === group));
	const search = useRef<HTMLInputElement>(null);
	const grid = useRef<HTMLDivElement>(null);
	useEffect(() => {
		let over = false;
		emojiNames(language).then((all) => over || setNames(all), reportError);
		return () => {
			over = true;
		};
	}, [language]);
	useEffect(() => search.current?.focus(), []);
	const cells = cellsOf({ names, own, group, typed });
	const first = () => grid.current?.querySelector('button')?.focus();
	return (
		<fieldset
			class="emoji-picker"
			aria-label={t('emojiPicker')}
			onKeyDown={(event) => {
				if (event.key !== 'Escape') return;
				event.preventDefault();
				event.stopPropagation();
				close();
			}}
		>
			<div class="emoji-ways">
				<input
					ref={search}
					type="search"
					aria-label={t('emojiSearch')}
					placeholder={t('emojiSearch')}
					value={typed}
					onInput={(event) => setTyped(event.currentTarget.value)}
					onKeyDown={(event) => {
						if (event.key === 'ArrowDown') first();
						else if (event.key !== 'Enter') return;
						event.preventDefault();
						const [nearest] = cells;
						if (event.key === 'Enter' && typed !== '' && nearest) take(nearest.insert);
					}}
				/>
				<Groups names={names} targets={targets} value={group} choose={setGroup} />
			</div>
			{own && <p class="quiet">{t('emojiOfWords', { host: own.of.host })}</p>}
			<div ref={grid} class="emoji-grid">
				{cells.map((cell, n) => (
					<button
						key={cell.key}
						type="button"
						aria-label={cell.label}
						title={cell.label}
						tabIndex={n === 0 ? 0 : -1}
						onClick={() => take(cell.insert)}
						onKeyDown={(event) =>
							walked(event, alongLine(event.key, direction), grid.current, search.current)
						}
					>
						{cell.face ?? <Emojified text={cell.label} emojis={cell.picture && [cell.picture]} />}
					</button>
				))}
			</div>
			<p role="status" class="quiet">
				{own ? saidOf(own, { t, say }) : names && cells.length === 0 && t('emojiNone')}
			</p>
		</fieldset>
	);
}

type GroupsProps = Pick<EmojiPickerProps, 'targets'> & {
	names: EmojiNames | undefined;
	value: string;
	choose(group: string): void;
};

function Groups({ names, targets, value, choose }: GroupsProps) {
	const { t } = useTexts();
	return (
		<select
			aria-label={t('emojiGroup')}
			value={value}
			onChange={(event) => choose(event.currentTarget.value)}
		>
			{names?.groups.map(({ order, message }) => (
				<option key={order} value={String(order)}>
					{message}
				</option>
			))}
			{targets.map(
				({ key, host, emoji }) =>
					emoji && (
						<option key={key} value={key}>
							{t('emojiOf', { host })}
						</option>
					),
			)}
		</select>
	);
}

/** What became of asking a server. */
function saidOf({ of: { host }, emoji, problem }: Own, { t, say }: Pick<Texts, 't' | 'say'>) {
	if (problem) return say(problem);
	if (!emoji) return t('mentionAsking', { host });
	return emoji.length === 0 && t('emojiNoneOf', { host });
}

type Showing = {
	names: EmojiNames | undefined;
	own: Own | undefined;
	group: string;
	typed: string;
};

function cellsOf({ names, own, group, typed }: Showing): readonly Cell[] {
	if (own) {
		return emojiNamed(own.emoji ?? [], typed, MOST * COLUMNS).map((picture) => {
			const label = `:${picture.shortcode}:`;
			return { key: label, insert: ` ${label} `, label, picture };
		});
	}
	if (!names) return [];
	const shown =
		typed === ''
			? names.all.filter((one) => String(one.group) === group)
			: emojiCalled(names, typed, MOST);
	return shown.map(({ unicode, label }) => ({
		key: unicode,
		insert: unicode,
		label,
		face: unicode,
	}));
}

/** The pictures of the server that the person chose: choosing is asking it. */
function useOwn(of: Target | undefined): Own | undefined {
	const { wholeNetworks } = usePlace();
	const [own, setOwn] = useState<Own>();
	const key = of?.key;
	// biome-ignore lint/correctness/useExhaustiveDependencies: one target is told by its key
	useEffect(() => {
		setOwn(of && { of });
		if (!of) return;
		let over = false;
		const read = async () => {
			await wholeNetworks?.();
			return askEmoji(of.key);
		};
		read().then(
			(emoji) => over || setOwn({ of, emoji }),
			(error: unknown) => {
				const problem = textOf(error);
				if (!problem) reportError(error);
				if (!over) setOwn({ of, problem: problem ?? { key: 'actionFailed' } });
			},
		);
		return () => {
			over = true;
		};
	}, [key, wholeNetworks]);
	return own;
}

const STEPS: Readonly<Record<string, number>> = {
	ArrowLeft: -1,
	ArrowRight: 1,
	ArrowUp: -COLUMNS,
	ArrowDown: COLUMNS,
};

/** Arrow keys lead through the grid, and up out of it. */
function walked(
	event: KeyboardEvent,
	key: string,
	grid: HTMLElement | null,
	out: HTMLElement | null,
): void {
	const all = [...(grid?.querySelectorAll('button') ?? [])];
	const at = all.indexOf(event.currentTarget as HTMLButtonElement);
	const to = key === 'Home' ? 0 : key === 'End' ? all.length - 1 : at + (STEPS[key] ?? 0);
	if (to === at) return;
	event.preventDefault();
	if (to < 0) out?.focus();
	else all[Math.min(to, all.length - 1)]?.focus();
}
