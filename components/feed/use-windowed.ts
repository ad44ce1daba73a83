import {
	defaultRangeExtractor,
	measureElement,
	observeWindowOffset,
	observeWindowRect,
	type Range,
	type VirtualItem,
	Virtualizer,
	windowScroll,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { useNavigation } from '../shared/navigation';

export type WindowedOptions = {
	count: number;
	/** CSS pixels, as good as it can be guessed. */
	estimate: number;
	list: RefObject<HTMLElement | null>;
	/** Name of the place where scroll offset and sizes are left for the way back. */
	name: string;
	/** An item that stays in the document wherever the page is scrolled: the one with the focus. */
	kept?: number | undefined;
	/** Height of what covers the top of the window. */
	covered?: number;
};

export type Windowed = {
	items: readonly VirtualItem[];
	/** Height of the whole list. */
	total: number;
	/** Where the list begins in the document. */
	margin: number;
	measure(element: Element | null): void;
	show(index: number, align?: 'auto' | 'start'): void;
};

/** Of each item that was measured: index, start, size. Flat, because it is left for a reload as well. */
type Left = { offset: number; sizes: [index: number, start: number, size: number][] };

/** Draws only the part of a long list that is near the window (TanStack virtual-core), and remembers it. */
export function useWindowed(options: WindowedOptions): Windowed {
	const { memory, returned } = useNavigation();
	const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
	const [margin, setMargin] = useState(0);
	const left = useRef(returned ? leftAt(memory.get(`${options.name} place`)) : undefined);
	const { count, estimate, kept, covered = 64 } = options;
	const settings = {
		count,
		estimateSize: () => estimate,
		getScrollElement: () => window,
		// Without it nothing would be drawn at first, and what had the focus could not take it back.
		initialRect: { width: window.innerWidth, height: window.innerHeight },
		scrollToFn: windowScroll<Window>,
		observeElementRect: observeWindowRect,
		observeElementOffset: observeWindowOffset,
		measureElement: measureElement<Element>,
		overscan: 6,
		scrollMargin: margin,
		scrollPaddingStart: covered,
		scrollPaddingEnd: 24,
		initialOffset: left.current?.offset ?? window.scrollY,
		initialMeasurementsCache: (left.current?.sizes ?? []).map(measured),
		rangeExtractor: (range: Range) => withKept(defaultRangeExtractor(range), kept, count),
		onChange: () => redraw(),
	};
	const [virtualizer] = useState(() => new Virtualizer<Window, Element>(settings));
	virtualizer.setOptions(settings);
	useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
	useLayoutEffect(() => virtualizer._willUpdate());
	useMargin(options.list, setMargin);
	useLayoutEffect(() => {
		const place = (): Left => {
			const sizes = virtualizer
				.takeSnapshot()
				.map(({ index, start, size }): Left['sizes'][number] => [index, start, size]);
			return { offset: virtualizer.scrollOffset ?? 0, sizes };
		};
		// While the list is shown its place is asked for when it is needed.
		memory.set(`${options.name} place`, place);
		return () => {
			memory.set(`${options.name} place`, place());
		};
	}, [virtualizer, memory, options.name]);
	return {
		items: virtualizer.getVirtualItems(),
		total: virtualizer.getTotalSize(),
		margin,
		measure: virtualizer.measureElement,
		show: (index, align = 'auto') => virtualizer.scrollToIndex(index, { align }),
	};
}

function leftAt(value: unknown): Left | undefined {
	return typeof value === 'function' ? (value() as Left) : (value as Left | undefined);
}

function measured([index, start, size]: Left['sizes'][number]): VirtualItem {
	return { index, key: index, start, size, end: start + size, lane: 0 };
}

function withKept(range: number[], kept: number | undefined, count: number): number[] {
	if (kept === undefined || kept >= count || range.includes(kept)) return range;
	return [...range, kept].sort((a, b) => a - b);
}

/** What stands above the list may grow and shrink; the list must know where it begins. */
function useMargin(list: RefObject<HTMLElement | null>, set: (margin: number) => void): void {
	useLayoutEffect(() => {
		const read = () => {
			const top = list.current?.getBoundingClientRect().top;
			if (top !== undefined) set(Math.round(top + window.scrollY));
		};
		read();
		const observer = new ResizeObserver(read);
		observer.observe(document.body);
		const main = list.current?.parentElement;
		if (main)
			for (const child of main.children) if (child !== list.current) observer.observe(child);
		return () => observer.disconnect();
	}, [list, set]);
}
