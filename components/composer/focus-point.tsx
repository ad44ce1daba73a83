import { useRef } from 'preact/hooks';
import type { DraftMedium } from '../../lib/model';
import { useTexts } from '../shared/texts';
import { Preview } from './media-preview';

type Focus = NonNullable<DraftMedium['focus']>;
type FocusPointProps = { medium: DraftMedium; at: number; set(focus: Focus): void };

const STEP = 0.1;
const KEYS: Readonly<Record<string, Focus>> = {
	ArrowLeft: { x: -STEP, y: 0 },
	ArrowRight: { x: STEP, y: 0 },
	ArrowUp: { x: 0, y: STEP },
	ArrowDown: { x: 0, y: -STEP },
};

/** What stays in view where the picture is cut: chosen by a click, by pulling, or with the arrow keys. */
export function FocusPoint({ medium, at, set }: FocusPointProps) {
	const { t, percent } = useTexts();
	const pulled = useRef(false);
	const { x, y } = medium.focus ?? { x: 0, y: 0 };
	const [left, top] = [(x + 1) / 2, (1 - y) / 2];
	const put = (focus: Focus) => set({ x: kept(focus.x), y: kept(focus.y) });
	const point = (event: PointerEvent & { currentTarget: HTMLElement }) => {
		const box = event.currentTarget.getBoundingClientRect();
		put({
			x: ((event.clientX - box.left) / box.width) * 2 - 1,
			y: 1 - ((event.clientY - box.top) / box.height) * 2,
		});
	};
	return (
		<div class="focus-point">
			<div
				class="focus-picture"
				role="slider"
				tabIndex={0}
				aria-label={t('focusFor', { n: String(at) })}
				aria-valuenow={Math.round(left * 100)}
				aria-valuemin={0}
				aria-valuemax={100}
				aria-valuetext={t('focusAt', { left: percent(left), top: percent(top) })}
				onKeyDown={(event) => {
					const by = KEYS[event.key];
					if (!by) return;
					event.preventDefault();
					put({ x: x + by.x, y: y + by.y });
				}}
				onPointerDown={(event) => {
					pulled.current = true;
					event.currentTarget.setPointerCapture(event.pointerId);
					point(event);
				}}
				onPointerMove={(event) => pulled.current && point(event)}
				onPointerUp={() => {
					pulled.current = false;
				}}
				onPointerCancel={() => {
					pulled.current = false;
				}}
			>
				<Preview medium={medium} large />
				<span class="focus-mark" style={{ left: percentOf(left), top: percentOf(top) }} />
			</div>
			<p class="quiet">{t('focusWords')}</p>
		</div>
	);
}

function percentOf(share: number): string {
	return `${Math.round(share * 1000) / 10}%`;
}

function kept(value: number): number {
	return Math.round(Math.max(-1, Math.min(1, value)) * 100) / 100;
}
