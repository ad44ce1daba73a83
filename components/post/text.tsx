import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RichText } from '../../lib/model';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { useHighlight } from './highlight';
import { type Run, safeHref, toRuns } from './runs';

/** About twelve lines; shorter texts are never measured. */
const MAY_BE_LONG = 480;

type PostTextProps = {
	content: RichText;
	id?: string;
	language?: string | undefined;
	/** Shows all of it, without folding. */
	whole?: boolean | undefined;
};

/** The words of a post with its links, isolated in their own direction; a long one is folded. */
export function PostText({ content, id, language, whole }: PostTextProps) {
	const { t } = useTexts();
	const box = useRef<HTMLDivElement>(null);
	const highlight = useHighlight();
	const candidate = !whole && (content.text.length > MAY_BE_LONG || lines(content.text) > 12);
	const [folded, setFolded] = useState(candidate);
	const [cut, setCut] = useState(false);
	useLayoutEffect(() => {
		const element = box.current;
		if (element && candidate && folded) setCut(element.scrollHeight > element.clientHeight + 2);
	}, [candidate, folded]);
	if (content.text === '') return null;
	const runs = toRuns(content, highlight(content.text));
	return (
		<>
			<div
				ref={box}
				id={id}
				dir="auto"
				lang={language}
				class={candidate && folded ? 'text folded' : 'text'}
			>
				{runs.map((run, i) => (
					<RunView key={i} run={run} />
				))}
			</div>
			{cut && (
				<button
					type="button"
					class="link-button"
					aria-expanded={!folded}
					onClick={() => setFolded(!folded)}
				>
					{folded ? t('showMore') : t('showLess')}
				</button>
			)}
		</>
	);
}

function lines(text: string): number {
	return text.split('\n', 14).length;
}

function RunView({ run }: { run: Run }) {
	let content: ComponentChildren = run.text;
	if (run.mark) content = <mark>{content}</mark>;
	if (run.italic) content = <em>{content}</em>;
	if (run.bold) content = <strong>{content}</strong>;
	const { target } = run;
	switch (target?.type) {
		case 'link':
			return <OutLink href={target.href}>{content}</OutLink>;
		case 'mention':
			return (
				<a href={hrefs.search(`@${target.handle}`)}>
					<bdi>{content}</bdi>
				</a>
			);
		case 'tag':
			return <a href={hrefs.search(`#${target.tag}`)}>{content}</a>;
		case 'cashtag':
			return <a href={hrefs.search(`$${target.tag}`)}>{content}</a>;
		default:
			return <>{content}</>;
	}
}

/** A link out of the extension; an address that may not be opened stays text. */
export function OutLink({ href, children }: { href: string; children: ComponentChildren }) {
	const safe = safeHref(href);
	if (!safe) return <>{children}</>;
	return (
		<a href={safe} target="_blank" rel="noopener noreferrer" title={safe}>
			{children}
		</a>
	);
}
