import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

type MenuProps = {
	/** What opens it; nothing where its class draws it. */
	face?: ComponentChildren;
	faceClass: string;
	/** Accessible name where the summary is a picture. */
	label?: string | undefined;
	opened?: (() => void) | undefined;
	children: ComponentChildren;
};

/**
 * A disclosure that lies over the page: Escape, a chosen entry, or going elsewhere closes it; the focus comes back to
 * what opened it. Its entries are in the document while it is open: a feed has one menu for each post.
 */
export function Menu({ face, faceClass, label, opened, children }: MenuProps) {
	const box = useRef<HTMLDetailsElement>(null);
	const list = useRef<HTMLDivElement>(null);
	const [open, setOpen] = useState(false);
	useEffect(() => {
		if (open) list.current?.scrollIntoView({ block: 'nearest' });
	}, [open]);
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
				setOpen(event.currentTarget.open);
				if (event.currentTarget.open) opened?.();
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
			{open && (
				<div class="menu-list" ref={list}>
					{children}
				</div>
			)}
		</details>
	);
}

/** One entry of a menu. */
export function MenuItem({ text, act }: { text: string; act(): void }) {
	return (
		<button type="button" class="menu-item" onClick={act}>
			{text}
		</button>
	);
}
