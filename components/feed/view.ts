import type { Ground } from './scroller';
import { type Band, bandOf, createSizes, type Names, shownBand } from './sizes';
import { watchSizes } from './watch-sizes';

/** Where a list was left: the item that holds its place, how far below the top of the window it stood, and sizes around. */
export type Left = { name: string; index: number; top: number; sizes: [number, number][] };

export type ViewOptions = Names & {
	/** CSS pixels, as good as it can be guessed in a list so wide. */
	estimate(index: number, width: number): number;
	/** The item that somebody acts on: it has or had the focus, or was pressed. */
	kept: number | undefined;
	/** Height of what covers the top of the window. */
	covered: number;
};

/** The item that holds its place in the window whatever happens around it. `top`: from the window's upper edge. */
type Anchor = { name: string; index: number; top: number };
type Goal = { index: number; align: 'start' | 'end' };

/** Pixels by which a size must differ: layout has 64ths of them. */
const SAME = 0.05;
/** After the last movement the window stands still. */
const STILL_MS = 150;
/** Items around the place whose sizes are left with it. */
const SIZES_LEFT = 60;
const FRAMES_A_SECOND = 60;
/** Items wanted beyond the end of the list, however fast it goes. */
const MOST_BEYOND = 300;
/** Pixels kept free below an item that was scrolled to. */
const GAP = 24;

/**
 * The part of a long list that is near the window, in flow below a padding. One item near the top of the window, or
 * the one that somebody acts on, is the anchor: when sizes change, items come and go, or something above the list grows, the
 * window is scrolled so that the anchor stays where it is, before anything is painted.
 */
export class View {
	readonly #sizes = createSizes();
	readonly #was: Left | undefined;
	readonly #redraw: () => void;
	#options: ViewOptions | undefined;
	#list: HTMLElement | undefined;
	#band: Band = { first: 0, last: -1 };
	#anchor: Anchor | undefined;
	#goal: Goal | undefined;
	/** Where the list begins in the document. */
	#margin = 0;
	/** As it was last measured: to ask for it while rows are being drawn would lay the page out once more. */
	#width = 600;
	/** A window stands at whole pixels, items do not: the rest is in the padding. */
	#shift = 0;
	#lastY: number;
	readonly #ground: Ground;
	#moved = { by: 0, at: 0 };
	#drawnOnce = false;
	/** Somebody turned to another item. */
	#turned = false;

	constructor(was: Left | undefined, redraw: () => void, ground: Ground) {
		this.#ground = ground;
		this.#lastY = ground.y();
		this.#was = was;
		this.#anchor = was;
		this.#redraw = redraw;
	}

	/** In the turn of drawing: what there is to draw now. */
	band(next: ViewOptions): Band {
		this.#catchUp();
		const before = this.#options;
		this.#options = next;
		this.#turned ||= before?.kept !== next.kept;
		if (before?.count === next.count && before.nameOf === next.nameOf) return this.#band;
		const sizes = this.#sizes;
		sizes.list(next, (index) => next.estimate(index, this.#width));
		if (!this.#drawnOnce) for (const [i, size] of this.#was?.sizes ?? []) sizes.measure(i, size);
		const top = (this.#wanted() ?? this.#lastY) - this.#margin;
		// First what is in the window, and what is around it when that is on the screen.
		this.#band = this.#drawnOnce
			? bandOf(sizes, top, this.#ground.height(), this.#speed())
			: shownBand(sizes, top, this.#ground.height());
		return this.#band;
	}

	/** After drawing, before the browser paints: measures what was drawn and puts everything where it belongs. */
	readonly place = (): void => {
		const list = this.#list;
		if (!list || this.#sizes.count === 0) return;
		this.#catchUp();
		const y = this.#ground.y();
		const before = this.#margin;
		const { top, width } = list.getBoundingClientRect();
		this.#width = width;
		this.#margin = top - this.#ground.top() + y;
		this.#measure(list);
		// At the very top what comes above the list is seen, and the list makes room for it.
		if (y === 0 && this.#anchor && this.#drawnOnce) this.#anchor.top += this.#margin - before;
		const wanted = this.#wanted() ?? y;
		const whole = Math.max(0, Math.round(wanted));
		if (!this.#goal) this.#shift = wanted < 0 ? 0 : whole - wanted;
		this.#write(list);
		// At the end of the list Chromium goes along with what grows, against `overflow-anchor`: so it is asked anew.
		if (this.#ground.y() !== whole) this.#ground.to(whole);
		this.#lastY = this.#ground.y();
		this.#settle(y, whole);
		this.#look();
	};

	/** From now on follows the window and what stands above the list. Returns how to stop. */
	watch(list: HTMLElement): () => void {
		this.#list = list;
		const { style } = document.documentElement;
		const before = style.overflowAnchor;
		// The browser's own anchoring would move a second time what was moved here.
		style.overflowAnchor = 'none';
		const stop = watchSizes(list, this.place);
		const ends = this.#ground.watch(this.#scrolled);
		window.addEventListener('resize', this.place);
		return () => {
			this.#list = undefined;
			style.overflowAnchor = before;
			stop();
			ends();
			window.removeEventListener('resize', this.place);
		};
	}

	/** Brings an item into the window; not at all when it is there. */
	show(index: number, align: 'auto' | 'start'): void {
		const covered = this.#options?.covered ?? 0;
		const room = this.#ground.height() - this.#ground.below() - GAP;
		const top = this.#topOf(index) - this.#ground.y();
		const size = this.#sizes.size(index);
		const isDrawn = index >= this.#band.first && index <= this.#band.last;
		if (align === 'auto' && isDrawn && top >= covered && top + size <= room) return;
		const above = align === 'start' || top < covered || size > room - covered;
		this.#goal = { index, align: above ? 'start' : 'end' };
		const wanted = this.#wanted();
		if (wanted !== undefined) this.#ground.to(Math.round(wanted));
		this.#lastY = this.#ground.y();
		this.#band = bandOf(this.#sizes, this.#lastY - this.#margin, this.#ground.height(), 0);
		this.#redraw();
	}

	/**
	 * The items that are looked at within a second if it goes on like this; they may lie beyond what there is yet.
	 */
	coming(): Band {
		const top = this.#lastY - this.#margin;
		const far = this.#speed() * FRAMES_A_SECOND;
		const bottom = top + this.#ground.height() + Math.max(0, far);
		return {
			first: Math.min(this.#band.first, this.#sizes.at(top + Math.min(0, far))),
			last: Math.max(this.#band.last, this.#sizes.at(bottom) + this.#beyond(bottom)),
		};
	}

	/** How many items would stand between the end of the list and a place below it. */
	#beyond(bottom: number): number {
		const { count } = this.#sizes;
		const whole = this.#sizes.start(count);
		if (count === 0 || bottom <= whole) return 0;
		return Math.min(MOST_BEYOND, Math.ceil(((bottom - whole) * count) / whole));
	}

	/** Nothing is held at the very top: whoever was there comes back to it, whatever stands above the list by then. */
	readonly left = (): Left | undefined => {
		// Who scrolls and goes in one frame was not told of it yet.
		if (this.#isMoved()) {
			this.#lastY = this.#ground.y();
			this.#hold();
		}
		if (!this.#anchor || this.#lastY === 0) return undefined;
		const { index } = this.#anchor;
		const sizes = this.#sizes.measured(Math.max(0, index - SIZES_LEFT), index + SIZES_LEFT);
		return { ...this.#anchor, sizes };
	};

	#speed(): number {
		return performance.now() - this.#moved.at < STILL_MS ? this.#moved.by : 0;
	}

	#topOf(index: number): number {
		return this.#margin + this.#sizes.start(index) + this.#shift;
	}

	/** Where the window should stand, in the document. */
	#wanted(): number | undefined {
		const sizes = this.#sizes;
		if (this.#goal) {
			const { index, align } = this.#goal;
			if (align === 'start') return this.#topOf(index) - (this.#options?.covered ?? 0);
			const { height, below } = this.#ground;
			return this.#topOf(index) + sizes.size(index) + GAP + below() - height();
		}
		if (!this.#anchor || sizes.count === 0) return undefined;
		const { name, top } = this.#anchor;
		const near = Math.min(this.#anchor.index, sizes.count - 1);
		// What is gone is where it was: the next one stands there.
		const index = sizes.find(name, near) ?? near;
		this.#anchor = { name: sizes.name(index) ?? name, index, top };
		return this.#margin + sizes.start(index) - top;
	}

	/** Takes the anchor anew from where things stand. */
	#hold(): void {
		const y = this.#lastY;
		const { count, at, name } = this.#sizes;
		const kept = this.#options?.kept ?? count;
		const seenFrom = y + (this.#options?.covered ?? 0);
		const isAbove = (index: number) => this.#topOf(index) < seenFrom;
		const isInWindow = (index: number) =>
			index < count && !isAbove(index) && this.#topOf(index) < y + this.#ground.height();
		// What somebody acts on keeps its place to its last line: its menu may hang out of it.
		const isActedOn = isInWindow(kept) || (kept < count && isAbove(kept) && !isAbove(kept + 1));
		const first = at(seenFrom - this.#margin - this.#shift);
		// At the very top it is the first one, wherever the bar ends: what comes below it moves nothing above.
		const isWhole = y === 0 || isInWindow(first) || !isInWindow(first + 1);
		const whole = isWhole ? first : first + 1;
		const index = isActedOn ? kept : whole;
		this.#anchor = { name: name(index) ?? '', index, top: this.#topOf(index) - y };
	}

	/** Whether the goal is reached, and what is the anchor from now on. */
	#settle(before: number, whole: number): void {
		const isClamped = this.#lastY !== whole;
		if (isClamped) this.#shift = 0;
		if (this.#goal && this.#covers() && (this.#lastY === before || isClamped)) {
			this.#goal = undefined;
			this.#hold();
		} else if (this.#goal) this.#redraw();
		else if (!this.#anchor || isClamped || !this.#drawnOnce || this.#turned) this.#hold();
		this.#drawnOnce = true;
		this.#turned = false;
	}

	#covers(): boolean {
		const need = shownBand(this.#sizes, this.#lastY - this.#margin, this.#ground.height());
		return need.first >= this.#band.first && need.last <= this.#band.last;
	}

	#look(): void {
		if (this.#covers()) return;
		const top = this.#lastY - this.#margin;
		this.#band = bandOf(this.#sizes, top, this.#ground.height(), this.#speed());
		this.#redraw();
	}

	/**
	 * Who moved the window is told of in the next frame only: what is drawn before must not move it back. At the end
	 * of the page it is not a person who moves it, but what grows or goes there.
	 */
	#catchUp(): void {
		if (this.#isMoved()) this.#scrolled();
	}

	#isMoved(): boolean {
		return this.#drawnOnce && this.#ground.y() !== this.#lastY && !this.#ground.isAtEnd();
	}

	readonly #scrolled = (): void => {
		const y = this.#ground.y();
		if (y === this.#lastY) return;
		this.#moved = { by: y - this.#lastY, at: performance.now() };
		this.#lastY = y;
		if (!this.#goal) this.#hold();
		this.#look();
	};

	#measure(list: HTMLElement): void {
		for (const row of rowsOf(list)) {
			if (row.dataset['empty'] !== undefined) continue;
			// While it was being read it had the size that it had before.
			if (row.style.blockSize) row.style.blockSize = '';
			const index = Number(row.dataset['index']);
			const { height } = row.getBoundingClientRect();
			const known = this.#sizes.size(index);
			this.#sizes.measure(index, Math.abs(known - height) > SAME ? height : known);
		}
	}

	#write(list: HTMLElement): void {
		const { first, last } = this.#band;
		list.style.paddingBlockStart = `${Math.max(0, this.#sizes.start(first) + this.#shift)}px`;
		list.style.blockSize = `${this.#sizes.start(this.#sizes.count)}px`;
		for (const row of rowsOf(list)) {
			const index = Number(row.dataset['index']);
			if (row.dataset['empty'] !== undefined) row.style.blockSize = `${this.#sizes.size(index)}px`;
			const apart = index < first || index > last;
			row.style.insetBlockStart = apart ? `${this.#sizes.start(index)}px` : '';
		}
	}
}

function rowsOf(list: HTMLElement): HTMLElement[] {
	return [...list.children].filter((row) => row instanceof HTMLElement);
}
