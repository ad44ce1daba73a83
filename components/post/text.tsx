import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Emoji, RichText } from '../../lib/model';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { Emojified } from './emojified';
import { useHighlight } from './highlight';
import { type Run, safeHref, toRuns } from './runs';

/** About twelve lines of a narrow column, and more than twelve of a wide one: only what is between is measured. */
const MAY_BE_LONG = 480;
const IS_LONG = 1200;
const LINES_SHOWN = 12;

type PostTextProps = {
	content: RichText;
	id?: string;
	language?: string | undefined;
	emojis?: readonly Emoji[] | undefined;
	/** Of a network that is read: the people whom it names have pages. */
	live?: boolean | undefined;
	/** Shows all of it, without folding. */
	whole?: boolean | undefined;
	/** Whether the person unfolded it, where that outlives what is drawn. */
	unfolding?: readonly [boolean, (unfolded: boolean) => void];
};

/** The words of a post with its links, isolated in their own direction; a long one is folded. */
export function PostText(props: PostTextProps) {
	const { content, id, language, emojis, live, whole } = props;
	const { t } = useTexts();
	const box = useRef<HTMLDivElement>(null);
	const highlight = useHighlight();
	const long = whole ? 'no' : longOf(content.text);
	const candidate = long !== 'no';
	const own = useState(false);
	const [unfolded, setUnfolded] = props.unfolding ?? own;
	const folded = candidate && !unfolded;
	const [cut, setCut] = useState(unfolded);
	useLayoutEffect(() => {
		const element = box.current;
		// To measure in the middle of drawing a list makes the browser lay all of it out once more.
		if (element && long === 'maybe' && folded)
			setCut(element.scrollHeight > element.clientHeight + 2);
	}, [long, folded]);
	if (content.text === '') return null;
	const runs = toRuns(content, highlight(content.text));
	return (
		<>
			<div ref={box} id={id} dir="auto" lang={language} class={folded ? 'text folded' : 'text'}>
				{runs.map((run, i) => (
					<RunView key={i} run={run} emojis={emojis} live={live} />
				))}
			</div>
			{(long === 'yes' || (long === 'maybe' && cut)) && (
				<button
					type="button"
					class="link-button"
					aria-expanded={!folded}
					onClick={() => setUnfolded(folded)}
				>
					{folded ? t('showMore') : t('showLess')}
				</button>
			)}
		</>
	);
}

/** Whether a text is longer than what is shown of it, as far as its signs tell. */
function longOf(text: string): 'yes' | 'no' | 'maybe' {
	const lines = text.split('\n', LINES_SHOWN + 2).length;
	if (lines > LINES_SHOWN || text.length > IS_LONG) return 'yes';
	return text.length > MAY_BE_LONG ? 'maybe' : 'no';
}

const ELEMENTS = { bold: 'strong', italic: 'em', code: 'code', strike: 's' } as const;

type RunViewProps = { run: Run; emojis: readonly Emoji[] | undefined; live: boolean | undefined };

function RunView({ run, emojis, live }: RunViewProps) {
	let content: ComponentChildren = emojis ? (
		<Emojified text={run.text} emojis={emojis} />
	) : (
		run.text
	);
	if (run.mark) content = <mark>{content}</mark>;
	for (const style of run.styles ?? []) {
		const Element = ELEMENTS[style];
		content = <Element>{content}</Element>;
	}
	const { target } = run;
	switch (target?.type) {
		case 'link':
			return <OutLink href={target.href}>{content}</OutLink>;
		case 'mention':
			return (
				<a
					href={
						live && target.account
							? hrefs.person(target.account)
							: hrefs.search(`@${target.handle}`)
					}
				>
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
