import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

type MenuProps = {
	/** What opens it. */
	face: ComponentChildren;
	faceClass: string;
	/** Accessible name where the summary is a picture. */
	label?: string | undefined;
	opened?: (() => void) | undefined;
	children: ComponentChildren;
};

/**
 * A disclosure that lies over the page: Escape, a chosen entry, or going elsewhere closes it; the focus comes back to
 * what opened it.
 */
export function Menu({ face, faceClass, label, opened, children }: MenuProps) {
	const box = useRef<HTMLDetailsElement>(null);
	const list = useRef<HTMLDivElement>(null);
	const close = (back: boolean) => {
		if (!box.current?.open) return;
		box.current.open = false;
		if (back) box.current.querySelector('summary')?.focus();
	};
	return (
		<details
			class="menu"
			ref={box}
			onToggle={(event) => {
				if (!event.currentTarget.open) return;
				list.current?.scrollIntoView({ block: 'nearest' });
				opened?.();
			}}
			onKeyDown={(event) => {
				if (event.key !== 'Escape' || !box.current?.open) return;
				event.stopPropagation();
				close(true);
			}}
			onFocusOut={(event) => {
				const to = event.relatedTarget;
				if (to instanceof Node && !box.current?.contains(to)) close(false);
			}}
			onClick={(event) => {
				const entry = event.target instanceof Element && event.target.closest('.menu-item');
				if (entry && !entry.matches('label')) close(entry.matches('button'));
			}}
		>
			<summary class={faceClass} aria-label={label} title={label}>
				{face}
			</summary>
			<div class="menu-list" ref={list}>
				{children}
			</div>
		</details>
	);
}
