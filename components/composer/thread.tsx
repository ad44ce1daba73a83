import type { Draft, ForTarget, Venue } from '../../lib/model';
import type { Target } from '../../lib/outbox';
import { useTexts } from '../shared/texts';
import { oneOf, textAt, threadOf } from './borders';
import { labelOf } from './target-chips';
import { ThreadPosts } from './thread-posts';

export type Put = (own: ForTarget, draft: Draft) => ForTarget;
type ThreadProps = { draft: Draft; target: Target; venue: Venue; put(how: Put): void };

/** One text as several posts: where they begin, and what goes with which. */
export function Thread({ draft, target, venue, put }: ThreadProps) {
	const { t } = useTexts();
	const own = draft.own[target.key] ?? {};
	const borders = own.borders ?? [];
	const id = `thread-${target.key}`;
	const moveTo = (n: number, border: number) =>
		put(({ flowing: _, ...rest }) => ({
			...rest,
			borders: (rest.borders ?? []).with(n, border),
		}));
	return (
		<section class="compose-thread" aria-labelledby={id}>
			<h2 id={id}>{t('threadAt', { name: labelOf(target), count: borders.length + 1 })}</h2>
			<ThreadPosts
				text={textAt(draft, target.key)}
				borders={borders}
				draft={draft}
				venue={venue}
				move={moveTo}
			/>
			<FilePlaces draft={draft} own={own} posts={borders.length + 1} put={put} />
			<div class="thread-ways">
				<label class="tick">
					<input
						type="checkbox"
						checked={own.numbered === true}
						onChange={(event) => {
							const { checked } = event.currentTarget;
							put(({ numbered: _, ...rest }) => (checked ? { ...rest, numbered: true } : rest));
						}}
					/>
					{t('threadNumbered')}
				</label>
				{!own.flowing && (
					<button
						type="button"
						class="link-button"
						onClick={() => put((_, now) => threadOf(now, target.key, venue))}
					>
						{t('threadAnew')}
					</button>
				)}
				{/* A thread that is there stays one. */}
				{(draft.edits?.[target.key]?.length ?? 1) === 1 && (
					<button type="button" class="link-button" onClick={() => put((one) => oneOf(one))}>
						{t('threadOne')}
					</button>
				)}
			</div>
		</section>
	);
}

type FilePlacesProps = { draft: Draft; own: ForTarget; posts: number; put(how: Put): void };

/** Which post of the thread each file goes with. */
function FilePlaces({ draft, own, posts, put }: FilePlacesProps) {
	const { t } = useTexts();
	const { places = {} } = own;
	return (
		<>
			{draft.media.map(({ file, name }, at) => (
				<label key={file} class="file-place">
					<bdi title={name}>{t('threadFile', { n: String(at + 1) })}</bdi>
					<select
						value={String(Math.min(places[file] ?? 0, posts - 1))}
						onChange={(event) => {
							const place = Number(event.currentTarget.value);
							put((one) => ({ ...one, places: { ...one.places, [file]: place } }));
						}}
					>
						{Array.from({ length: posts }, (_, n) => (
							<option key={String(n)} value={String(n)}>
								{t('threadPost', { n: String(n + 1) })}
							</option>
						))}
					</select>
				</label>
			))}
		</>
	);
}
